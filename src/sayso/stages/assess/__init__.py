"""Grades by written rules, the choice of figures, and what falls with a source."""

from sayso.stages.assess.choose import FigureChoice, choose_figures, own_figures
from sayso.stages.assess.grades import PROFILES, assess, graded
from sayso.stages.assess.impact import DriveImpact, Impact, impact, impact_on_drives
from sayso.stages.assess.remaining import remaining

__all__ = [
    "PROFILES",
    "DriveImpact",
    "FigureChoice",
    "Impact",
    "assess",
    "choose_figures",
    "graded",
    "impact",
    "impact_on_drives",
    "own_figures",
    "remaining",
]
