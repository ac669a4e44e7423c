namespace EssConsult.Subscriptions.News;

/// <summary>Notices that an étape has opened or closed: nobody does it, so no event says it.</summary>
internal sealed class PhaseNews(SiteDb db, IProcesses processes, TimeProvider clock) : IRecurringJob
{
    /// <summary>A site that was stopped longer than this does not announce what has long been over.</summary>
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(2);

    public string Name => "subscription-phases";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var changes = processes.All.Where(process => !process.IsArchived).SelectMany(process => Changes(process, now)).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var ids = changes.ConvertAll(change => change.SubjectId);
        var told = await db.Set<SubscriptionNews>().Where(news => news.Kind != SubscriptionNewsKind.Answered && ids.Contains(news.SubjectId)).Select(news => new { news.Kind, news.SubjectId }).ToListAsync(ct);
        db.AddRange(changes.Where(change => !told.Exists(known => known.Kind == change.Kind && known.SubjectId == change.SubjectId)));
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<SubscriptionNews> Changes(Process process, DateTime now)
    {
        foreach (var phase in process.Phases)
        {
            if (IsNew(phase.EndsUtc, now))
            {
                yield return Change(process, phase, SubscriptionNewsKind.PhaseClosed, now);
            }

            if (IsNew(phase.StartsUtc, now) && !phase.IsOver(now))
            {
                yield return Change(process, phase, SubscriptionNewsKind.PhaseOpened, now);
            }
        }
    }

    private static bool IsNew(DateTime? at, DateTime now) => at <= now && at > now - StillNews;

    private static SubscriptionNews Change(Process process, Phase phase, SubscriptionNewsKind kind, DateTime at) =>
        new() { ProcessId = process.Id, Kind = kind, SubjectId = phase.Id, AtUtc = at };
}
