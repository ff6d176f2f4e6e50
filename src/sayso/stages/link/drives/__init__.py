"""Recruitment drives: which one each document is about, what it tells of it, and whose voices are behind it."""

from sayso.stages.link.drives.found import FoundDrive, Members, OnDrive, documents_on, drive_id, find_drives, make_drive

__all__ = ["FoundDrive", "Members", "OnDrive", "documents_on", "drive_id", "find_drives", "make_drive"]
