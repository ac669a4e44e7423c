using EssConsult.Kernel.Data;
using EssConsult.Kernel.Jobs;

namespace EssConsult.Kernel.Tests.Probe;

/// <summary>Leaves a mark each time.</summary>
internal sealed class ProbeJob(SiteDb db) : IRecurringJob
{
    public string Name => "probe-tick";

    public async Task RunAsync(CancellationToken ct)
    {
        var mark = new ProbeMark { Family = "tick", Name = Guid.NewGuid().ToString() };
        db.Add(mark);
        await db.SaveChangesAsync(ct);
    }
}
