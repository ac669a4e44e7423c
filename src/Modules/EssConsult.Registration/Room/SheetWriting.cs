using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Room;

/// <summary>What a scribe does to a sheet, and what organisers may undo. Each verb stages; the page saves.</summary>
internal sealed class SheetWriting(SiteDb db, SheetLinks links, ITaxonomies taxonomies, TimeProvider clock)
{
    private const int MostTables = 200;
    private const int LongestWriter = 36;

    /// <summary>The sheet of a link with its proposals in order; null when the link opens nothing any more.</summary>
    public async Task<(TableSheet Sheet, List<SheetProposal> Proposals)?> FindAsync(string? token, CancellationToken ct)
    {
        if (links.Read(token) is not { } link || await db.Set<TableSheet>().FirstOrDefaultAsync(row => row.Id == link.Id && row.LinkNumber == link.LinkNumber, ct) is not { } sheet)
        {
            return null;
        }

        return (sheet, await db.Set<SheetProposal>().Where(row => row.SheetId == sheet.Id).OrderBy(row => row.Position).ToListAsync(ct));
    }

    /// <exception cref="RuleException">The number of tables is out of bounds.</exception>
    public async Task<int> OpenAsync(string eventId, int tables, CancellationToken ct)
    {
        if (tables is < 1 or > MostTables)
        {
            throw new RuleException("sheet.tables", "De 1 à {0} tables.", MostTables) { Field = "Count" };
        }

        var known = await db.Set<TableSheet>().Where(row => row.EventId == eventId).Select(row => row.Table).ToListAsync(ct);
        var missing = Enumerable.Range(1, tables).Except(known).ToList();
        db.AddRange(missing.Select(table => new TableSheet { EventId = eventId, Table = table }));
        return missing.Count;
    }

    /// <exception cref="RuleException">The table has confirmed, or somebody else has written meanwhile.</exception>
    public void Save(TableSheet sheet, List<SheetProposal> proposals, IReadOnlyList<TypedProposal> typed, int revision, string? writer)
    {
        RequireDraft(sheet);
        if (!sheet.Knows(revision, writer))
        {
            throw new RuleException("sheet.changed-elsewhere", RoomTables.ChangedElsewhere);
        }

        foreach (var (position, words) in typed.Take(TableSheet.MostProposals).Index())
        {
            if (proposals.ElementAtOrDefault(position) is { } known)
            {
                (known.Title, known.Text, known.SectorId) = (words.Title, words.Text, Sector(words.SectorId));
            }
            else
            {
                var added = new SheetProposal { SheetId = sheet.Id, Position = position, Title = words.Title, Text = words.Text, SectorId = Sector(words.SectorId) };
                proposals.Add(db.Add(added).Entity);
            }
        }

        db.RemoveRange(proposals.Skip(typed.Count));
        proposals.RemoveRange(Math.Min(typed.Count, proposals.Count), Math.Max(0, proposals.Count - typed.Count));
        sheet.Save(writer?[..Math.Min(writer.Length, LongestWriter)], clock.UtcNow());
    }

    /// <exception cref="RuleException">Nothing is written, or a proposal lacks its title or its text.</exception>
    public void Confirm(TableSheet sheet, IReadOnlyList<SheetProposal> proposals, bool isAgreed, string? names)
    {
        RequireDraft(sheet);
        if (!isAgreed)
        {
            throw new RuleException("sheet.agreement", "Cochez la case quand la table a relu ses propositions.") { Field = "Agreed" };
        }

        if (proposals.Count == 0 || proposals.Any(proposal => !proposal.IsComplete))
        {
            throw new RuleException("sheet.incomplete", "Chaque proposition a besoin d’un titre et d’un texte avant d’être confirmée.");
        }

        var given = TypedText.Clean(names);
        sheet.Confirm(given.Length == 0 ? null : given[..Math.Min(given.Length, TableSheet.LongestNames)], clock.UtcNow());
        db.Publish(new SheetConfirmed(sheet.Id, sheet.EventId, sheet.Table, proposals.Count));
    }

    /// <exception cref="RuleException">It is published, or was never confirmed.</exception>
    public static void Reopen(TableSheet sheet)
    {
        if (sheet.State != SheetState.Confirmed)
        {
            throw new RuleException("sheet.not-confirmed", "Seule une fiche confirmée et pas encore publiée se rouvre.");
        }

        sheet.Reopen();
    }

    private static void RequireDraft(TableSheet sheet)
    {
        if (sheet.State != SheetState.Draft)
        {
            throw new RuleException("sheet.confirmed", "La table a confirmé cette fiche : on ne la change plus.");
        }
    }

    private string? Sector(string? termId) => taxonomies.Find("secteurs")?.Terms.Any(term => term.Id == termId) == true ? termId : null;
}
