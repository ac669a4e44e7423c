using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Contracts;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Tells an author what was decided: decisions leave at once.</summary>
internal sealed class AuthorMails(SiteDb db, IMailPeople mail, ISiteAddress address)
    : IHandle<ContributionSubmitted>, IHandle<ContributionPublished>, IHandle<ContributionRefused>, IHandle<ContributionCorrectionDecided>, IHandle<ContributionRemoved>, IHandle<ContributionAnswered>
{
    public Task HandleAsync(ContributionSubmitted happened, CancellationToken ct) =>
        happened.Waits ? TellAsync(happened.ContentItemId, "contribution-received", motive: null, ct) : Task.CompletedTask;

    public Task HandleAsync(ContributionPublished happened, CancellationToken ct) =>
        happened.Moderated ? TellAsync(happened.ContentItemId, "contribution-published", motive: null, ct) : Task.CompletedTask;

    public Task HandleAsync(ContributionRefused happened, CancellationToken ct) => TellAsync(happened.ContentItemId, "contribution-refused", happened.Motive, ct);

    public Task HandleAsync(ContributionCorrectionDecided happened, CancellationToken ct) =>
        TellAsync(happened.ContentItemId, happened.Motive is null ? "contribution-correction-published" : "contribution-correction-refused", happened.Motive, ct);

    public Task HandleAsync(ContributionRemoved happened, CancellationToken ct) =>
        happened.Motive == Motives.Author ? Task.CompletedTask : TellAsync(happened.ContentItemId, "contribution-removed", happened.Motive, ct);

    public Task HandleAsync(ContributionAnswered happened, CancellationToken ct) =>
        happened.IsNews ? TellAsync(happened.ContentItemId, "contribution-answered", motive: null, ct) : Task.CompletedTask;

    private async Task TellAsync(string contentItemId, string template, string? motive, CancellationToken ct)
    {
        var row = await db.Set<ContributionRow>().AsNoTracking().FirstOrDefaultAsync(found => found.ContentItemId == contentItemId, ct);
        if (row?.AuthorId is null)
        {
            return;
        }

        await mail.EnqueueAsync(row.AuthorId, new PersonMail(template)
        {
            Model = language => new Dictionary<string, object?>
            {
                ["Title"] = row.Title,
                ["Url"] = address.Absolute("/" + row.Path, language),
                ["Mine"] = address.Absolute("/compte/contributions", language),
                ["Motive"] = Enum.TryParse<Motive>(motive, out var known) ? Motives.Sentence(known) : null,
                ["Note"] = row.MotiveNote,
                ["Answer"] = Enum.TryParse<AnswerState>(row.AnswerState, out var state) ? state.Label() : null,
            },
        }, ct);
    }
}
