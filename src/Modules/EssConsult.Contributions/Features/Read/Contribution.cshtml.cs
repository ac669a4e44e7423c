using EssConsult.Actors.Contracts;
using EssConsult.Discussion.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Read;

/// <summary>One contribution: its words, who wrote it, what was said and answered, and what it became.</summary>
[Public]
[CachedForVisitors]
internal sealed class ContributionModel(
    SiteDb db, IContentStore content, IContentForm form, IProcesses processes, ContributionCards cards, CurrentPerson person, CacheTags tags, TimeProvider clock) : PageModel
{
    public ContributionRow Row { get; private set; } = null!;

    public ContentItem? Item { get; private set; }

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    public Process? Process { get; private set; }

    public ActorName? Actor { get; private set; }

    public (string? Name, int Hue) Sector { get; private set; }

    public Answer? Answer { get; private set; }

    public IReadOnlyList<ContentItem> Objectives { get; private set; } = [];

    public bool IsMine => Row.AuthorId is not null && Row.AuthorId == person.Id;

    public bool CanModerate => person.Can(Permissions.ModerateContent);

    public bool IsFreelyEditable => IsMine && Row.PublishedUtc is { } at && clock.UtcNow() - at < ContributionWriting.FreeEditing;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var path = "contributions/" + slug.ToLowerInvariant();
        var row = await db.Set<ContributionRow>().AsNoTracking().FirstOrDefaultAsync(found => found.Path == path && found.State != ContributionState.Draft, ct);
        if (row is null || (row.State is ContributionState.Submitted or ContributionState.Refused && row.AuthorId != person.Id && !CanModerate))
        {
            return NotFound();
        }

        Row = row;
        tags.Add(row.ContentItemId);
        Process = processes.Find(row.ProcessId);
        Sector = cards.Sector(row.SectorId);
        Actor = (await cards.StructuresAsync([row], ct)).Values.FirstOrDefault();
        if (row.State == ContributionState.Removed)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Item = await content.FindAsync(row.ContentItemId, row.State == ContributionState.Published ? ContentVersion.Published : ContentVersion.Latest, ct);
        Values = Item is null ? [] : [.. (await form.ValuesAsync(Item, ct)).Where(value => value.Field.Part == ContributionProjection.ContentType && value.Field.Name is not "Sector" and not "Territory")];
        Answer = row.AnswerState is null ? null : await db.Set<Answer>().AsNoTracking().FirstOrDefaultAsync(answer => answer.ContentItemId == row.ContentItemId && answer.PublishedUtc != null, ct);
        Objectives = Answer is null ? [] : await ObjectivesAsync(ct);
        return Page();
    }

    private async Task<IReadOnlyList<ContentItem>> ObjectivesAsync(CancellationToken ct)
    {
        var ids = await db.Set<AnswerObjective>().Where(link => link.ContentItemId == Row.ContentItemId).Select(link => link.ObjectiveId).ToListAsync(ct);
        return [.. (await content.FindManyAsync(ids, ContentVersion.Published, ct)).Values];
    }
}
