using System.ComponentModel.DataAnnotations;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Circuits;

/// <summary>A moment that circuits were told of: the same is told once, on however many nodes; another date is another moment.</summary>
internal sealed class PhaseNotice
{
    [MaxLength(50)]
    public required string SubjectId { get; init; }

    [MaxLength(50)]
    public required string Kind { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>Tells circuits what time does to démarches: nobody does it, so no event says it.</summary>
internal sealed class PhaseWatch(SiteDb db, IProcesses processes, IWorkflows workflows, TimeProvider clock) : IRecurringJob
{
    /// <summary>A site that was stopped longer than this does not tell what has long been over, and a circuit put into service hears of what is fresh.</summary>
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(1);

    public string Name => "circuit-phases";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var days = workflows.StartsOn(PhaseEvent.Approaching).Select(PhaseEvent.DaysOf).Distinct().ToList();
        var moments = processes.All.Where(process => !process.IsArchived).SelectMany(process => PhaseMoment.Of(process, days))
            .Where(moment => moment.AtUtc <= now && moment.AtUtc > now - StillNews && (moment.Days is null || moment.DateUtc > now) && workflows.Awaits(moment.Event)).ToList();
        if (moments.Count == 0)
        {
            return;
        }

        var ids = moments.Select(moment => moment.SubjectId).Distinct().ToList();
        var told = await db.Set<PhaseNotice>().AsNoTracking().Where(notice => ids.Contains(notice.SubjectId)).ToListAsync(ct);
        foreach (var moment in moments.Where(moment => !told.Exists(known => known.SubjectId == moment.SubjectId && known.Kind == moment.Kind && known.AtUtc == moment.AtUtc)))
        {
            db.Add(new PhaseNotice { SubjectId = moment.SubjectId, Kind = moment.Kind, AtUtc = moment.AtUtc });
            await workflows.TriggerAsync(moment.Trigger, ct);
        }

        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The étapes of the démarches under way, to try circuits on.</summary>
internal sealed class PhaseSamples(IProcesses processes, IWorkflows workflows) : IEventSamples
{
    private const int Shown = 20;

    public Task<IReadOnlyList<EventSample>> ListAsync(string eventName, CancellationToken ct)
    {
        var days = workflows.StartsOn(PhaseEvent.Approaching).Select(PhaseEvent.DaysOf).Append(PhaseEvent.DaysOf([])).Distinct().ToList();
        IReadOnlyList<EventSample> samples = [.. processes.All.Where(process => !process.IsArchived).SelectMany(process => PhaseMoment.Of(process, days)).Where(moment => moment.Event == eventName)
            .OrderByDescending(moment => moment.AtUtc).Take(Shown).Select(moment => new EventSample($"{moment.SubjectId}-{moment.Kind}", moment.Phase?.Title ?? moment.Process.Title, moment.Trigger))];
        return Task.FromResult(samples);
    }
}
