"""The site of an invented city, Kota Arunika: about 70 pages with gaps planted on purpose (gaps.yaml lists them)."""

from tinjau.demo.site.city import City, Reply, sample_city
from tinjau.demo.site.dates import REFERENCE_DATE

__all__ = ["REFERENCE_DATE", "City", "Reply", "sample_city"]
