"""Whose turn it is to be undone or done again, for one session."""

from views.app.steps import Steps


def test_the_newest_is_undone_first_and_done_again_last() -> None:
    steps = Steps()
    assert (steps.last_done, steps.last_undone, steps.has_begun) == ("", "", False)
    steps.made(["a", "b"])
    steps.undone("b")
    steps.undone("a")
    assert (steps.last_done, steps.last_undone) == ("", "a")
    steps.redone("a")
    assert (steps.last_done, steps.last_undone) == ("a", "b")


def test_something_new_drops_what_could_be_done_again() -> None:
    steps = Steps()
    steps.made(["a"])
    steps.undone("a")
    steps.made([])
    assert steps.last_undone == "a"
    steps.made(["b"])
    assert steps.last_undone == ""


def test_what_was_done_before_the_session_can_be_done_again_in_it() -> None:
    steps = Steps()
    steps.undone("older")
    assert (steps.has_begun, steps.last_undone) == (False, "older")


def test_what_cannot_be_switched_is_left_out() -> None:
    steps = Steps()
    steps.made(["a", "b"])
    steps.forget("b")
    steps.forget("nobody's")
    assert steps.last_done == "a"
