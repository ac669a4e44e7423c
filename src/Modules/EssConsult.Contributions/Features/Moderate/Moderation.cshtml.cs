using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Moderate;

/// <summary>The moderator's desk: the queue on one side, one text and its decision on the other, all within reach of the keyboard.</summary>
[RequirePermission(Permissions.ModerateContent)]
internal sealed class ModerationModel(
    SiteDb db, ModerationQueue queue, ContributionModeration moderation, ICommentModeration comments, IReports reports, IContentStore content, IContentForm form,
    IPeople people, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "texte")]
    public string? Key { get; set; }

    [BindProperty]
    public Motive? Motive { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<QueueEntry> Entries { get; private set; } = [];

    public QueueEntry? Current { get; private set; }

    public ContentItem? Item { get; private set; }

    public ContributionRow? Row { get; private set; }

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    public CommentToModerate? Comment { get; private set; }

    public IReadOnlyList<OpenReport> Reports { get; private set; } = [];

    public string? AuthorName { get; private set; }

    public string? Done { get; private set; }

    public async Task OnGetAsync(string? fait, CancellationToken ct)
    {
        Done = fait;
        await ReloadAsync(ct);
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => DecideAsync(
        "accepte", id => moderation.AcceptAsync(id, ct), id => comments.AcceptAsync(id, person.RequiredId, ct), ct);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken ct) => DecideAsync(
        "garde", id => moderation.ClearReportsAsync(id, ct), id => comments.AcceptAsync(id, person.RequiredId, ct), ct);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) => DecideAsync(
        "refuse", id => moderation.RefuseAsync(id, ChosenMotive(), Note, ct), id => comments.HideAsync(id, ChosenMotive(), Note, person.RequiredId, ct), ct);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => DecideAsync(
        "retire", id => moderation.RemoveAsync(id, ChosenMotive(), Note, ct), id => comments.HideAsync(id, ChosenMotive(), Note, person.RequiredId, ct), ct);

    public async Task ReloadAsync(CancellationToken ct)
    {
        Entries = await queue.ReadAsync(ct);
        Current = Entries.FirstOrDefault(entry => entry.Key == Key) ?? (Entries.Count > 0 ? Entries[0] : null);
        await (Current switch
        {
            { Kind: QueueKind.Comment } => ShowCommentAsync(Guid.Parse(Current.Id), ct),
            not null => ShowContributionAsync(Current.Id, ct),
            null => Task.CompletedTask,
        });
    }

    private async Task<IActionResult> DecideAsync(string done, Func<string, Task> onContribution, Func<Guid, Task> onComment, CancellationToken ct)
    {
        var next = await NextKeyAsync(ct);
        if (Key?.Split('-', 2) is not [var kind, var id])
        {
            return BadRequest();
        }

        await using (var write = await db.BeginWriteAsync(ct))
        {
            await (kind == "comment" && Guid.TryParse(id, out var commentId) ? onComment(commentId) : onContribution(id));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        return RedirectToPage(new { texte = next, fait = done });
    }

    private async Task<string?> NextKeyAsync(CancellationToken ct)
    {
        var entries = (await queue.ReadAsync(ct)).ToList();
        var at = entries.FindIndex(entry => entry.Key == Key);
        return at >= 0 && at + 1 < entries.Count ? entries[at + 1].Key : null;
    }

    private Motive ChosenMotive() => Motive ?? throw new RuleException("moderation.motive-required", "Choisissez un motif.") { Field = nameof(Motive) };

    private async Task ShowContributionAsync(string id, CancellationToken ct)
    {
        Row = await db.FindContributionAsync(id, ct);
        Item = await content.FindAsync(id, Row?.State == ContributionState.Published ? ContentVersion.Published : ContentVersion.Latest, ct);
        Values = Item is null ? [] : [.. (await form.ValuesAsync(Item, ct)).Where(value => value.Field.Part == ContributionProjection.ContentType)];
        Reports = await reports.ListAsync([id], ct);
        AuthorName = Row?.AuthorName;
    }

    private async Task ShowCommentAsync(Guid id, CancellationToken ct)
    {
        Comment = await comments.FindAsync(id, ct);
        Reports = Comment?.Reports ?? [];
        Row = Comment is null ? null : await db.FindContributionAsync(Comment.ContentItemId, ct);
        AuthorName = Comment is null ? null : (await people.NamesAsync([Comment.AuthorId], ct)).GetValueOrDefault(Comment.AuthorId)?.DisplayName;
    }
}
