"""A study folder on disk: read strictly, results written whole, inputs never touched."""

from tinjau.study.assessment_json import assessment_to_json, finding_to_json
from tinjau.study.bare import bare_study, new_study_from_capture
from tinjau.study.inventory import services_csv
from tinjau.study.linked import read_linked_services
from tinjau.study.plan_json import plan_to_json
from tinjau.study.previous import Previous, read_previous
from tinjau.study.reading import read_study
from tinjau.study.results import read_assessment
from tinjau.study.writing import write_bytes, write_json, write_new, write_text

__all__ = [
    "Previous",
    "assessment_to_json",
    "bare_study",
    "finding_to_json",
    "new_study_from_capture",
    "plan_to_json",
    "read_assessment",
    "read_linked_services",
    "read_previous",
    "read_study",
    "services_csv",
    "write_bytes",
    "write_json",
    "write_new",
    "write_text",
]
