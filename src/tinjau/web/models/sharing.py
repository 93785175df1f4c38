"""Links by which someone without an account reads one result for a while."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from tinjau.web.models.runs import Result


class ShareLink(models.Model):
    """One link to one result's report. Only the digest of its secret is kept."""

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    note = models.CharField(max_length=120, blank=True)
    created = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created",)

    @property
    def is_open(self) -> bool:
        """Whether it still opens the report."""
        return self.revoked is None and self.expires > timezone.now()
