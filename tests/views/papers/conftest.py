"""A workspace on a real file for every test that asks for one."""

from tests.rig.desk import clock, desk, folder, open_desk, scratch, template

__all__ = ["clock", "desk", "folder", "open_desk", "scratch", "template"]
