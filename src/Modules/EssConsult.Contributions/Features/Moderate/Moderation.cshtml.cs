using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Contributions.Circuits;
using EssConsult.Discussion.Contracts;
using EssConsult.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Moderate;

/// <summary>The moderator's desk: the queue on one side, one text and its decision on the other, all within reach of the keyboard.</summary>
[RequirePermission(Permissions.ModerateContent)]
internal sealed class ModerationModel(
    SiteDb db, ModerationQueue queue, ContributionModeration moderation, Facilitators facilitators, CircuitModeration circuits, IUserTasks tasks, ICommentModeration comments, IReports reports, IContentStore content, IContentForm form,
    IPeople people, IActors actors, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "texte")]
    public string? Key { get; set; }

    /// <summary>Which words the moderator read: a decision is about these and no others.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    [BindProperty]
    public Motive? Motive { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Which part of the queue: <c>moi</c>, <c>personne</c>, or all of it.</summary>
    [BindProperty(SupportsGet = true, Name = "pour")]
    public string? For { get; set; }

    public IReadOnlyList<QueueEntry> Entries { get; private set; } = [];

    /// <summary>Whether anything stands in the whole queue, so that an empty part is not taken for an empty queue.</summary>
    public bool HasMore { get; private set; }

    /// <summary>To whom the current text may be entrusted.</summary>
    public IReadOnlyList<PersonName> Team { get; private set; } = [];

    public QueueEntry? Current { get; private set; }

    public ContentItem? Item { get; private set; }

    /// <summary>What readers see while a correction waits.</summary>
    public ContentItem? Published { get; private set; }

    public ContributionRow? Row { get; private set; }

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    public CommentToModerate? Comment { get; private set; }

    public IReadOnlyList<OpenReport> Reports { get; private set; } = [];

    public string? AuthorName { get; private set; }

    /// <summary>What a circuit asks about this text, in place of the moderator's own decision; of several questions first one that the present person may answer.</summary>
    public UserTask? Decision { get; private set; }

    /// <summary>In whose name the text speaks, beside its author's.</summary>
    public string? StructureName { get; private set; }

    public string? Done { get; private set; }

    public async Task OnGetAsync(string? fait, CancellationToken ct)
    {
        Done = fait;
        await ReloadAsync(ct);
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => DecideAsync("accepte", (kind, id) => kind switch
    {
        "comment" => comments.AcceptAsync(Guid.Parse(id), person.RequiredId, Read, ct),
        "correction" => moderation.AcceptCorrectionAsync(id, Read, person.RequiredId, ct),
        _ => moderation.AcceptAsync(id, Read, person.RequiredId, ct),
    }, ct);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken ct) => DecideAsync("garde", (kind, id) => kind switch
    {
        "comment" => comments.AcceptAsync(Guid.Parse(id), person.RequiredId, Read, ct),
        _ => moderation.KeepAsync(id, Read, person.RequiredId, ct),
    }, ct);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) => DecideAsync("refuse", (kind, id) => kind switch
    {
        "comment" => comments.HideAsync(Guid.Parse(id), ChosenMotive(), Note, person.RequiredId, Read, ct),
        "correction" => moderation.RefuseCorrectionAsync(id, Read, ChosenMotive(), Note, person.RequiredId, ct),
        _ => moderation.RefuseAsync(id, Read, ChosenMotive(), Note, person.RequiredId, ct),
    }, ct);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => DecideAsync("retire", (kind, id) => kind switch
    {
        "comment" => comments.HideAsync(Guid.Parse(id), ChosenMotive(), Note, person.RequiredId, Read, ct),
        _ => moderation.RemoveAsync(id, Read, ChosenMotive(), Note, person.RequiredId, ct),
    }, ct);

    /// <summary>An answer to a circuit's question: « workflow activity action ».</summary>
    public async Task<IActionResult> OnPostCircuitAsync(string decision, CancellationToken ct)
    {
        if (decision?.Split('|', 3) is not [var workflow, var activity, var action])
        {
            return BadRequest();
        }

        return await DecideAsync("decide", async (_, id) =>
        {
            if (EssConsult.Contributions.TextStamp.Of(await content.FindAsync(id, ContentVersion.Latest, ct)) != Read)
            {
                throw ContributionModeration.Changed();
            }

            await tasks.DecideAsync(workflow, activity, action, new JsonObject { ["Motive"] = Motive?.ToString(), ["Note"] = Note }, ct);
        }, ct);
    }

    /// <summary>Says whose turn it is to look after a contribution; an empty choice takes it back.</summary>
    public async Task<IActionResult> OnPostEntrustAsync(string? facilitator, CancellationToken ct)
    {
        if (Key?.Split('-', 2) is not ["contribution" or "correction", var id] || await db.FindContributionAsync(id, ct) is not { } row)
        {
            return BadRequest();
        }

        await facilitators.EntrustAsync(row, string.IsNullOrEmpty(facilitator) ? null : facilitator, person.RequiredId, ct);
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { texte = Key, pour = For == "moi" && facilitator != person.Id ? null : For, fait = "confie" });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Entries = await ReadQueueAsync(ct);
        HasMore = Entries.Count > 0 || (For is not null && await queue.CountAsync(ct) > 0);
        Current = Entries.FirstOrDefault(entry => entry.Key == Key) ?? (Entries.Count > 0 ? Entries[0] : null);
        if (Current?.Key != Key)
        {
            // Motive and words were about another text.
            (Motive, Note) = (null, null);
            ModelState.Remove(nameof(Motive));
            ModelState.Remove(nameof(Note));
        }

        await (Current switch
        {
            { Kind: QueueKind.Comment } => ShowCommentAsync(Guid.Parse(Current.Id), ct),
            not null => ShowContributionAsync(Current, ct),
            null => Task.CompletedTask,
        });
    }

    private async Task<IActionResult> DecideAsync(string done, Func<string, string, Task> decide, CancellationToken ct)
    {
        if (Key?.Split('-', 2) is not [var kind, var id] || (kind == "comment" && !Guid.TryParse(id, out _)))
        {
            return BadRequest();
        }

        var next = await NextKeyAsync(ct);

        await using (var write = await db.BeginWriteAsync(ct))
        {
            if (kind == "contribution" && done is "accepte" or "refuse")
            {
                await circuits.RefuseToPassByAsync(id, ct);
            }

            await decide(kind, id);
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        return RedirectToPage(new { texte = next, pour = For, fait = done });
    }

    /// <summary>A text whose facilitator may not moderate any more is nobody's.</summary>
    private async Task<IReadOnlyList<QueueEntry>> ReadQueueAsync(CancellationToken ct)
    {
        Team = await facilitators.ListAsync(ct);
        var (me, able) = (person.RequiredId, Team.Select(one => one.Id).ToList());
        return For switch
        {
            "moi" => await queue.ReadAsync(row => row.FacilitatorId == me, withComments: false, ct),
            "personne" => await queue.ReadAsync(row => row.FacilitatorId == null || !able.Contains(row.FacilitatorId), withComments: true, ct),
            _ => await queue.ReadAsync(of: null, withComments: true, ct),
        };
    }

    private async Task<string?> NextKeyAsync(CancellationToken ct)
    {
        var entries = (await ReadQueueAsync(ct)).ToList();
        var at = entries.FindIndex(entry => entry.Key == Key);
        return at >= 0 && at + 1 < entries.Count ? entries[at + 1].Key : null;
    }

    /// <summary>Never null: a form without a stamp decides nothing.</summary>
    private string Read => Stamp ?? string.Empty;

    private Motive ChosenMotive() => Motive ?? throw new RuleException("moderation.motive-required", "Choisissez un motif.") { Field = nameof(Motive) };

    private async Task ShowContributionAsync(QueueEntry entry, CancellationToken ct)
    {
        var id = entry.Id;
        Row = await db.FindContributionAsync(id, ct);
        Item = await content.FindAsync(id, entry.IsPublished ? ContentVersion.Published : ContentVersion.Latest, ct);
        Published = entry.Kind == QueueKind.Correction ? await content.FindAsync(id, ContentVersion.Published, ct) : null;
        Values = Item is null ? [] : [.. (await form.ValuesAsync(Item, ct)).Where(value => value.Field.Part == ContributionProjection.ContentType)];
        Reports = await reports.ListAsync([id], ct);
        AuthorName = Row?.AuthorName;
        Decision = entry.Kind != QueueKind.Submitted ? null : (await tasks.ListAsync(id, ct)).OrderByDescending(task => task.MayDecide).FirstOrDefault();
        StructureName = Item is not null && Signing.Chosen(Item) is { } actor ? (await actors.NamesAsync([actor], ct)).GetValueOrDefault(actor)?.Name : null;
    }

    private async Task ShowCommentAsync(Guid id, CancellationToken ct)
    {
        Comment = await comments.FindAsync(id, ct);
        Reports = Comment?.Reports ?? [];
        Row = Comment is null ? null : await db.FindContributionAsync(Comment.ContentItemId, ct);
        AuthorName = Comment is null ? null : (await people.NamesAsync([Comment.AuthorId], ct)).GetValueOrDefault(Comment.AuthorId)?.DisplayName;
    }
}
