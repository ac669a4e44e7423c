using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Features.Shared;
using EssConsult.Discussion.Rules;
using EssConsult.Discussion.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Comments;

/// <summary>Comment or reply. A visitor may type first: the words are kept while they say who they are.</summary>
[Public]
internal sealed class CommentModel(
    Rulebook rulebook, Standings standings, IComments comments, CommentDrafts drafts, ThreadReader threads, Speakers speakers, IIdentify identify, CurrentPerson person, SiteDb db)
    : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string ContentItemId { get; set; } = string.Empty;

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public Alignment Alignment { get; set; }

    [BindProperty]
    public Guid? ParentId { get; set; }

    [BindProperty]
    public Guid? ActorId { get; set; }

    [BindProperty]
    public Guid? FormId { get; set; }

    public Standing Standing { get; private set; } = null!;

    public CommentView? Parent { get; private set; }

    public CommentFormView Form { get; private set; } = null!;

    /// <summary>What the words answered can no longer be answered.</summary>
    public bool IsOrphan => ParentId is not null && Parent is null;

    /// <summary>The form holds what the person typed before they identified themselves.</summary>
    public bool IsResumed { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "reponse")] Guid? replyTo, CancellationToken ct)
    {
        ParentId = replyTo;
        if (await drafts.FindAsync(ContentItemId, ct) is { } draft && (replyTo is null || replyTo == draft.ParentId))
        {
            (Body, Alignment, ParentId, IsResumed) = (draft.Body, draft.Alignment, draft.ParentId, true);
        }

        await ReloadAsync(ct);
        return !Standing.Rules.Visible || (ParentId is not null && Parent is null && !IsResumed) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!(await rulebook.ForAsync(ContentItemId, ct)).Visible)
        {
            return NotFound();
        }

        var comment = new NewComment(ContentItemId, person.Id ?? string.Empty, Body ?? string.Empty) { ParentId = ParentId, Alignment = ParentId is null ? Alignment : Alignment.Neutral, ActorId = ActorId, FormId = FormId };
        if (!person.IsSignedIn)
        {
            await drafts.KeepAsync(comment, ct);
            await db.SaveChangesAsync(ct);
            return LocalRedirect(identify.PageFor($"{Request.PathBase}/discussion/{ContentItemId}/commenter"));
        }

        if (!speakers.MaySpeak)
        {
            return Forbid();
        }

        await speakers.RequireAsync(ActorId, ct);
        var id = await comments.PostAsync(comment, ct);
        return LocalRedirect(Url.Content($"~/commentaires/{id}"));
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Standing = await standings.OfAsync(ContentItemId, ct);
        Parent = ParentId is { } parentId && await threads.OneAsync(parentId, ct) is { } found && found.Row.ContentItemId == ContentItemId && found.Row.CanBeRepliedTo ? found : null;
        Form = new CommentFormView(ContentItemId)
        {
            // Words that answer a comment which went meanwhile are not lost: they become a comment of their own.
            ParentId = Parent?.Row.Id, Alignment = Alignment, Body = Body, ActorId = ActorId, Structures = speakers.MaySpeak ? await speakers.StructuresAsync(ct) : [],
        };
    }
}
