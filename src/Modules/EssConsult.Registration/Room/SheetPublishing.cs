using System.Text.Json.Nodes;
using EssConsult.Contributions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Room;

/// <summary>An étape of a démarche in which contributions can be published now.</summary>
internal sealed record OpenPhase(Process Process, Phase Phase)
{
    public string Key => $"{Process.Id}/{Phase.Id}";
}

/// <summary>Turns the proposals of a confirmed sheet into published contributions without an owner, that name the table and lead back to the event.</summary>
internal sealed class SheetPublishing(SiteDb db, IContentStore content, IProcesses processes, ITaxonomies taxonomies, TimeProvider clock)
{
    private const string ContentType = "Contribution";

    /// <summary>What a fictional table wrote stays among fictional contributions.</summary>
    public IReadOnlyList<OpenPhase> PhasesFor(EventRow row)
    {
        var now = clock.UtcNow();
        return [.. processes.All.Where(process => !process.IsArchived && process.IsDemo == row.IsDemo)
            .SelectMany(process => process.Phases.Where(phase => phase.AcceptsContributions && phase.IsOpen(now)).Select(phase => new OpenPhase(process, phase)))];
    }

    /// <summary>Stages the contributions of sheets; the caller saves.</summary>
    /// <returns>How many proposals each sheet has.</returns>
    /// <exception cref="RuleException">A table has not confirmed, or no such étape is open.</exception>
    public async Task<IReadOnlyDictionary<Guid, int>> PublishAsync(EventRow row, IReadOnlyList<TableSheet> sheets, string? phaseKey, CancellationToken ct)
    {
        var phase = PhasesFor(row).FirstOrDefault(open => open.Key == phaseKey) ?? throw new RuleException("sheet.phase", "Choisissez une étape ouverte aux contributions.") { Field = "Phase" };
        if (sheets.FirstOrDefault(sheet => sheet.State != SheetState.Confirmed) is { } early)
        {
            throw new RuleException("sheet.not-confirmed-yet", "La table {0} n’a pas confirmé sa fiche, ou elle est déjà publiée.", early.Table);
        }

        var ids = sheets.Select(sheet => sheet.Id).ToList();
        var proposals = (await db.Set<SheetProposal>().Where(proposal => ids.Contains(proposal.SheetId)).OrderBy(proposal => proposal.Position).ToListAsync(ct)).ToLookup(proposal => proposal.SheetId);
        foreach (var sheet in sheets)
        {
            await PublishAsync(row, sheet, [.. proposals[sheet.Id]], phase, ct);
        }

        return sheets.ToDictionary(sheet => sheet.Id, sheet => proposals[sheet.Id].Count());
    }

    private async Task PublishAsync(EventRow row, TableSheet sheet, List<SheetProposal> proposals, OpenPhase phase, CancellationToken ct)
    {
        foreach (var proposal in proposals)
        {
            var item = Write(row, sheet, proposal, phase);
            await content.PublishAsync(item, ct);
            proposal.ContentItemId = item.ContentItemId;
        }

        sheet.Publish(clock.UtcNow());
        db.Publish(new SheetPublished(sheet.Id, sheet.EventId, sheet.Table, [.. proposals.Select(proposal => proposal.ContentItemId!)]));
    }

    private ContentItem Write(EventRow row, TableSheet sheet, SheetProposal proposal, OpenPhase phase)
    {
        var item = content.New(ContentType, null, $"Table {sheet.Table}, {row.NameWithDay()}");
        item.DisplayText = proposal.Title;
        item.Put(new TitlePart(proposal.Title));
        item.Put(new MarkdownBodyPart(proposal.Text));
        item.Content["ContributionPart"] = new JsonObject { ["ProcessId"] = phase.Process.Id, ["PhaseId"] = phase.Phase.Id };
        item.Put(new FromEventPart { EventId = sheet.EventId, Table = sheet.Table });
        if (proposal.SectorId is { } sector)
        {
            var field = item.Field(ContentType, "Sector");
            (field["TaxonomyContentItemId"], field["TermContentItemIds"]) = (taxonomies.Find("secteurs")?.ContentItemId, new JsonArray(sector));
        }

        return item;
    }
}
