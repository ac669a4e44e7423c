using EssConsult.Mail.Contracts;

namespace EssConsult.Subscriptions.News;

/// <summary>A piece of news with its words; <c>Sentence</c> is a key of the translations with {0} for the subject and {1} for the démarche.</summary>
/// <param name="AnsweredId">The contribution, where the news is an answer.</param>
internal sealed record TellableNews(string ProcessId, string? AnsweredId, DateTime AtUtc, string Sentence, string Subject, string Process, string Path)
{
    public Dictionary<string, object?> ToModel(ISiteAddress address, string language) =>
        new() { ["Sentence"] = Sentence, ["Subject"] = Subject, ["Process"] = Process, ["Url"] = address.Absolute(Path, language) };
}

/// <summary>Puts news into words, in two queries; what can no longer be read is left out.</summary>
internal sealed class NewsWords(SiteDb db, IProcesses processes)
{
    public const int MostLines = 10;
    private const int MostRead = 500;

    public async Task<IReadOnlyList<TellableNews>> ReadAsync(IReadOnlyCollection<string> processIds, DateTime after, DateTime until, CancellationToken ct)
    {
        var rows = await db.Set<SubscriptionNews>().AsNoTracking().Where(news => processIds.Contains(news.ProcessId) && news.AtUtc > after && news.AtUtc <= until)
            .OrderByDescending(news => news.AtUtc).ThenByDescending(news => news.Id).Take(MostRead).ToListAsync(ct);
        var answered = rows.Where(row => row.Kind == SubscriptionNewsKind.Answered).Select(row => row.SubjectId).ToHashSet();
        var contributions = await db.Set<ContributionRow>().AsNoTracking().Where(row => row.State == ContributionState.Published && answered.Contains(row.ContentItemId))
            .Select(row => new { row.ContentItemId, row.Title, row.Path }).ToDictionaryAsync(row => row.ContentItemId, ct);
        var told = new List<TellableNews>(rows.Count);
        foreach (var row in rows)
        {
            if (row.Kind == SubscriptionNewsKind.ProcessPublished && processes.Find(row.SubjectId) is { IsArchived: false } opened)
            {
                told.Add(new TellableNews(row.ProcessId, null, row.AtUtc, "Une nouvelle démarche commence : « {0} ».", opened.Title, opened.Title, "/" + opened.Path));
            }

            if (processes.Find(row.ProcessId) is not { } process)
            {
                continue;
            }

            if (contributions.GetValueOrDefault(row.SubjectId) is { } contribution)
            {
                told.Add(new TellableNews(row.ProcessId, row.SubjectId, row.AtUtc, "La Métropole a répondu à « {0} » ({1}).", contribution.Title, process.Title, $"/{contribution.Path}#reponse"));
            }
            else if (process.FindPhase(row.SubjectId) is { } phase)
            {
                var sentence = row.Kind == SubscriptionNewsKind.PhaseOpened ? "L’étape « {0} » est ouverte ({1})." : "L’étape « {0} » est terminée ({1}).";
                told.Add(new TellableNews(row.ProcessId, null, row.AtUtc, sentence, phase.Title, process.Title, "/" + process.Path));
            }
        }

        return told;
    }
}
