"""Why a government of a fleet has no result, by the code that its failure carries (fleet/failing.py)."""

SENTENCES = {
    "failure.input": ("Masukan tidak dapat dipakai: {file}", "The input cannot be used: {file}"),
    "failure.stopped": ("Pekerjaan berhenti di tengah jalan", "The work stopped half-way"),
    "failure.system": ("Sistem komputer menolak: {file}", "The computer's system refused: {file}"),
    "failure.overtaken": (
        "Percobaan yang lebih baru mengambil alih pekerjaan ini",
        "A newer attempt took this work over",
    ),
    "failure.killed": (
        "Proses pekerja berhenti setiap kali mengerjakan pemerintah ini (dicoba {n} kali)",
        "The process died each time it worked on this government (tried {n} times)",
    ),
    "failure.broke": ("Program berhenti karena kesalahan {kind}", "The program broke with the error {kind}"),
}
