"""What DoCheck does, one function a gesture: no screens, no SQL, no hidden clock.

Every function takes the `Workspace` it works for; only frozen values and tuples
leave. Refusals are typed (`models.errors`).
"""
