using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

internal sealed record AnswerText(AnswerState State, string Body, string Signature, IReadOnlyCollection<string> ObjectiveIds);

/// <summary>The verb of the authority: write an answer, then publish it. Stages; the page saves.</summary>
internal sealed class Answering(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    /// <param name="row">The contribution.</param>
    /// <param name="text">What the authority says.</param>
    /// <param name="over">The <see cref="Answer.Stamp"/> that the writer had before them; null when there was none.</param>
    /// <param name="publish">Whether readers see it from now on.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="RuleException">Somebody else saved another answer meanwhile.</exception>
    public async Task WriteAsync(ContributionRow row, AnswerText text, string? over, bool publish, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var known = await db.Set<Answer>().FirstOrDefaultAsync(found => found.ContentItemId == row.ContentItemId, ct);
        if (known?.Stamp != over)
        {
            throw new RuleException(Answer.ChangedElsewhere, Answer.ChangedElsewhereSentence);
        }

        var answer = known ?? db.Add(new Answer { Id = Guid.CreateVersion7(), ContentItemId = row.ContentItemId, Body = text.Body, Signature = text.Signature }).Entity;
        (answer.State, answer.Body, answer.Signature, answer.AuthorId, answer.ModifiedUtc) = (text.State, text.Body, text.Signature, person.Id, now);
        await LinkAsync(row.ContentItemId, text.ObjectiveIds, ct);
        if (publish || answer.PublishedUtc is not null)
        {
            Publish(row, answer, now);
        }
    }

    /// <summary>Published answers stay published: a correction of them is public too.</summary>
    public void Publish(ContributionRow row, Answer answer, DateTime at)
    {
        var former = answer.PublishedUtc is null ? null : row.AnswerState;
        answer.PublishedUtc ??= at;
        row.AnswerState = answer.State.ToString();
        db.Publish(new ContributionAnswered(row.ContentItemId, row.ProcessId, row.AnswerState, former));
        db.Audit(new AuditEntry("contribution.answer", row.ContentItemId, person.Id ?? "recipe", new { state = row.AnswerState, answer.Signature }));
    }

    public async Task LinkAsync(string contentItemId, IReadOnlyCollection<string> objectiveIds, CancellationToken ct)
    {
        var known = await db.Set<AnswerObjective>().Where(link => link.ContentItemId == contentItemId).ToListAsync(ct);
        db.RemoveRange(known.Where(link => !objectiveIds.Contains(link.ObjectiveId)));
        db.AddRange(objectiveIds.Distinct().Where(id => known.TrueForAll(link => link.ObjectiveId != id))
            .Select(id => new AnswerObjective { ContentItemId = contentItemId, ObjectiveId = id }));
    }
}
