using EssConsult.Actors.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Read;

/// <summary>One contribution: its words, who wrote it, what was said and answered, and what it became.</summary>
[Public]
[CachedForVisitors]
internal sealed class ContributionModel(
    ContributionReading reading, IContentForm form, IProcesses processes, ContributionCards cards, CurrentPerson person, TimeProvider clock) : PageModel
{
    public ReadContribution Read { get; private set; } = null!;

    public ContributionRow Row => Read.Row;

    public ContentItem? Item => Read.Item;

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    public Process? Process { get; private set; }

    public ActorName? Actor { get; private set; }

    public (string? Name, int Hue) Sector { get; private set; }

    public Answer? Answer => Read.Answer;

    public IReadOnlyList<ContentItem> Objectives => Read.Objectives;

    public bool IsMine => Row.AuthorId is not null && Row.AuthorId == person.Id;

    public bool CanModerate => person.Can(Permissions.ModerateContent);

    public bool IsFreelyEditable => IsMine && Process?.Moderation != ModerationPolicy.Before && Row.PublishedUtc is { } at && clock.UtcNow() - at < ContributionWriting.FreeEditing;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var found = await reading.FindAsync("contributions/" + slug.ToLowerInvariant(), ct);
        if (found is not { Row: var row })
        {
            return NotFound();
        }

        Read = found;
        if (row.State is ContributionState.Submitted or ContributionState.Refused && !IsMine && !CanModerate)
        {
            return NotFound();
        }

        Process = processes.Find(row.ProcessId);
        Sector = cards.Sector(row.SectorId);
        Actor = (await cards.StructuresAsync([row], ct)).Values.FirstOrDefault();
        if (row.State == ContributionState.Removed)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Values = Item is null ? [] : [.. (await form.ValuesAsync(Item, ct)).Where(value => value.Field.Part == ContributionProjection.ContentType && value.Field.Name is not "Sector" and not "Territory")];
        return Page();
    }
}
