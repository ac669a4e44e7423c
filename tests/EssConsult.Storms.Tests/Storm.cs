using System.Collections.Concurrent;
using System.Globalization;

namespace EssConsult.Storms.Tests;

/// <summary>The people of a storm, and what they were told so far.</summary>
internal sealed class Storm(SiteProcess site)
{
    private const int AtATime = 16;
    private readonly List<Writer> writers = [.. StormRecipe.Citizens.Select((id, number) => new Writer(site.Visitor(), id, number % 5 == 4 ? StormRecipe.Moderated : StormRecipe.Open))];
    private readonly List<Moderator> moderators = [.. StormRecipe.Moderators.Select(id => new Moderator(site.Visitor(), id))];
    private readonly ConcurrentDictionary<string, Acknowledged> written = new();
    private readonly ConcurrentDictionary<string, bool> accepted = new();
    private int kills;

    /// <summary>Whether anything was promised: a storm that kept nobody's word proves nothing.</summary>
    public bool HasPromised => !written.IsEmpty && !accepted.IsEmpty;

    public string Totals => string.Create(CultureInfo.InvariantCulture, $"{kills} kills, {written.Count} contributions acknowledged, {accepted.Count} acceptances confirmed");

    public async Task GatherAsync()
    {
        await Parallel.ForEachAsync(writers, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (writer, _) => await writer.EnterAsync());
        await Task.WhenAll(moderators.Select(moderator => moderator.EnterAsync()));
    }

    public Task PrepareAsync(string word) => Parallel.ForEachAsync(
        writers.Select((writer, number) => (writer, number)), new ParallelOptions { MaxDegreeOfParallelism = AtATime },
        async (turn, _) => await turn.writer.PrepareAsync(string.Create(CultureInfo.InvariantCulture, $"La {word} numéro {turn.number}")));

    /// <summary>
    /// Everybody presses the button; the process is killed once so many have had their answer, and a moderator theirs: acceptances
    /// wait their turn behind two hundred texts.
    /// </summary>
    public async Task<string> BlowAsync(int killAfter, IReadOnlyList<string> toModerate)
    {
        var (answers, acceptances, killed) = (0, 0, 0);
        void KillOnce()
        {
            if (Interlocked.Exchange(ref killed, 1) == 0)
            {
                site.Kill();
            }
        }

        void KillWhenDue()
        {
            if (Volatile.Read(ref answers) > killAfter && (toModerate.Count == 0 || Volatile.Read(ref acceptances) > 0))
            {
                KillOnce();
            }
        }

        var accepting = moderators.Select((moderator, number) => moderator.AcceptAsync(toModerate.Where((_, place) => place % moderators.Count == number), id =>
        {
            accepted[id] = true;
            Interlocked.Increment(ref acceptances);
            KillWhenDue();
        })).ToList();
        var sending = writers.Select(async writer =>
        {
            if (await writer.SendAsync() is { } sent)
            {
                written[sent.Id] = sent;
                Interlocked.Increment(ref answers);
                KillWhenDue();
            }
        }).ToList();
        if (killAfter == 0)
        {
            // In the first milliseconds, before anybody has an answer.
            KillOnce();
        }

        await Task.WhenAll(sending.Concat(accepting));
        KillOnce();
        await site.EndedAsync();
        kills++;
        return string.Create(CultureInfo.InvariantCulture, $"killed after {killAfter} answers, {answers} of {writers.Count} acknowledged, {acceptances} accepted");
    }

    /// <summary>Waits until handlers have gone on, then looks at everything that was ever promised.</summary>
    public async Task<IReadOnlyList<string>> SettleAsync()
    {
        await using var db = await site.ConnectAsync();
        await SiteProcess.UntilAsync(() => StormFacts.IsQuietAsync(db));
        return await Aftermath.InspectAsync(db, [.. written.Values], [.. accepted.Keys]);
    }

    public async Task<IReadOnlyList<string>> PublishedAsync(string word)
    {
        await using var db = await site.ConnectAsync();
        return [.. (await StormFacts.ReadAsync(db, $"title LIKE '%{word}%'")).Contributions.Where(row => row.State == "Published").Select(row => row.Title)];
    }

    public async Task<List<string>> WaitingAsync()
    {
        await using var db = await site.ConnectAsync();
        return [.. (await StormFacts.ReadAsync(db, "state = 'Submitted'")).Contributions.Select(row => row.Id)];
    }

    /// <summary>The titles that the search page gives for a word, once the index has caught up.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string word)
    {
        var expected = (await PublishedAsync(word)).Count;
        IReadOnlyList<string> found = [];
        await SiteProcess.UntilAsync(async () => (found = await SearchAsync(word)).Count >= expected);
        return found;
    }

    private async Task<IReadOnlyList<string>> SearchAsync(string word)
    {
        var (reader, titles) = (site.Visitor(), new List<string>());
        for (var number = 1; ; number++)
        {
            var page = await reader.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/recherche?q={Uri.EscapeDataString(word)}&page={number}"));
            var more = page.Texts(".search-results h2, .search-results h3").Where(title => title.Contains(word, StringComparison.Ordinal)).ToList();
            titles.AddRange(more);
            if (more.Count < 10)
            {
                return titles;
            }
        }
    }
}
