"""Importing this module puts the training folder on the path, so that gpt2.py and its like can be imported."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
