using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Discussion.Contracts;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>
/// Takes the demonstration away in one transaction: its démarches with everything said in them, its people with everything they did
/// elsewhere, its structures. Nothing else is touched.
/// </summary>
internal sealed class DemoRemoval(
    SiteDb db, IProcesses processes, IContentStore content, IDiscussionErasure discussion, IDemoPeople people, IDemoActors demoActors, IActors actors, IMailArchive mail, IEnumerable<IDemoPiece> pieces, CurrentPerson person)
{
    private const int ATime = 200;

    /// <summary>What would go; counted in a few queries.</summary>
    public async Task<DemoContents> ReadAsync(CancellationToken ct)
    {
        var persons = await people.IdsAsync(ct);
        var doomed = Doomed(persons);
        var counts = await (from row in doomed
                            join said in db.Set<DiscussionCounts>() on row.ContentItemId equals said.ContentItemId
                            group said by 1 into all
                            select new { Comments = all.Sum(said => said.Comments), Supports = all.Sum(said => said.Supports) }).FirstOrDefaultAsync(ct);
        return new DemoContents
        {
            Processes = [.. (await FictionalAsync(ct)).Select(process => process.Title)],
            Contributions = await doomed.CountAsync(ct),
            OfRealPeople = await doomed.CountAsync(row => row.AuthorId != null && !persons.Contains(row.AuthorId), ct),
            Comments = counts?.Comments ?? 0,
            Supports = counts?.Supports ?? 0,
            Answers = await db.Set<Answer>().CountAsync(answer => doomed.Any(row => row.ContentItemId == answer.ContentItemId), ct),
            People = persons.Count,
            Structures = await demoActors.CountAsync(ct),
            Others = await OthersAsync(ct),
            HasRealAdministrator = await people.HasRealAdministratorAsync(ct),
        };
    }

    /// <exception cref="RuleException">Only fictional people could administer the site afterwards, or there is nothing left to remove.</exception>
    public async Task RemoveAsync(CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var found = await ReadAsync(ct);
        if (!found.HasRealAdministrator)
        {
            throw new RuleException("demo.no-administrator", "Créez d’abord un vrai compte d’administrateur : sans lui, plus personne ne pourrait gérer le site. Le lien est dans la console, ou par la commande « admin invite ».");
        }

        if (found.IsEmpty)
        {
            throw new RuleException("demo.gone", "La démonstration est déjà retirée.");
        }

        var persons = await people.IdsAsync(ct);
        await EraseContributionsAsync(persons, ct);
        foreach (var process in await FictionalAsync(ct))
        {
            await content.EraseAsync(process.Id, ct);
        }

        foreach (var piece in pieces)
        {
            await piece.RemoveAsync(persons, ct);
        }

        // Before the people go: whoever is erased by their own wish leaves supports behind, fictional ones must not count on.
        await discussion.WithdrawSupportsAsync(persons, ct);
        await UnsignAsync(ct);
        await demoActors.RemoveAllAsync(ct);
        foreach (var id in persons)
        {
            await content.ForgetPersonAsync(id, ct);
            await mail.EraseAsync(id, addresses: [], name: null, ct);
        }

        await people.RemoveAllAsync(ct);
        db.Audit(new AuditEntry("demo.remove", "demo", person.RequiredId, new { found.Contributions, found.OfRealPeople, found.People, found.Structures }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private async Task<IReadOnlyList<(string Label, int Count)>> OthersAsync(CancellationToken ct)
    {
        var others = new List<(string, int)>();
        foreach (var piece in pieces)
        {
            others.Add((piece.Label, await piece.CountAsync(ct)));
        }

        return others;
    }

    /// <summary>Those that are still stored: the memory of démarches hears of a removal a moment after the commit, and the page comes back before.</summary>
    private async Task<IReadOnlyList<Process>> FictionalAsync(CancellationToken ct)
    {
        var known = processes.All.Where(process => process.IsDemo).ToList();
        var ids = known.ConvertAll(process => process.Id);
        var stored = await db.Set<ContentRow>().Where(row => row.Published && ids.Contains(row.ContentItemId)).Select(row => row.ContentItemId).ToListAsync(ct);
        return known.FindAll(process => stored.Contains(process.Id));
    }

    /// <summary>What stands in a fictional démarche, and what fictional people wrote in a real one.</summary>
    private IQueryable<ContributionRow> Doomed(IReadOnlyList<string> persons) =>
        db.Set<ContributionRow>().Where(row => row.IsDemo || (row.AuthorId != null && persons.Contains(row.AuthorId)));

    private async Task EraseContributionsAsync(IReadOnlyList<string> persons, CancellationToken ct)
    {
        var rows = await Doomed(persons).AsNoTracking().ToListAsync(ct);
        foreach (var some in rows.Chunk(ATime))
        {
            var ids = some.Select(row => row.ContentItemId).ToList();
            await discussion.EraseItemsAsync(ids, ct);
            await db.Set<AnswerObjective>().Where(link => ids.Contains(link.ContentItemId)).ExecuteDeleteAsync(ct);
            await db.Set<Answer>().Where(answer => ids.Contains(answer.ContentItemId)).ExecuteDeleteAsync(ct);
            foreach (var id in ids)
            {
                await content.EraseAsync(id, ct);
            }

            await db.Set<ContributionRow>().Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>Real contributions that a fictional structure signed keep their author alone.</summary>
    private async Task UnsignAsync(CancellationToken ct)
    {
        var signed = await db.Set<ContributionRow>().Where(row => row.ActorId != null).Select(row => row.ActorId!.Value).Distinct().ToListAsync(ct);
        var fictional = (await actors.NamesAsync(signed, ct)).Values.Where(actor => actor.IsDemo).Select(actor => actor.Id).ToList();
        await db.Set<ContributionRow>().Where(row => row.ActorId != null && fictional.Contains(row.ActorId.Value)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ActorId, (Guid?)null), ct);
    }
}

internal sealed record DemoContents
{
    public IReadOnlyList<string> Processes { get; init; } = [];

    public int Contributions { get; init; }

    /// <summary>Those that real accounts wrote into the fictional démarche: they go with it.</summary>
    public int OfRealPeople { get; init; }

    public int Comments { get; init; }

    public int Supports { get; init; }

    public int Answers { get; init; }

    public int People { get; init; }

    public int Structures { get; init; }

    /// <summary>What other modules hold, with its French label.</summary>
    public IReadOnlyList<(string Label, int Count)> Others { get; init; } = [];

    public bool HasRealAdministrator { get; init; }

    public bool IsEmpty => Processes.Count + Contributions + People + Structures + Others.Sum(other => other.Count) == 0;
}
