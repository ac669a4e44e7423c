using EssConsult.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EssConsult.Kernel.Data;

/// <summary>Ready means: the database answers, the disk keeps what it is given, and no migration is pending. Parked events make it degraded, not dead.</summary>
internal sealed class SiteHealth(SiteDb db, GroupCommit disk) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("database");
        }

        if (disk.HasFailed)
        {
            return HealthCheckResult.Unhealthy("disk");
        }

        if (!await Migrator.IsUpToDateAsync(db, cancellationToken))
        {
            return HealthCheckResult.Unhealthy("migrations");
        }

        return await Outbox.CountParkedAsync(db, cancellationToken) > 0 ? HealthCheckResult.Degraded("parked events") : HealthCheckResult.Healthy();
    }
}
