namespace EssConsult.Subscriptions.News;

/// <summary>An answer, or another one, is news of its démarche; a correction of words is not.</summary>
internal sealed class AnswerNews(SiteDb db, TimeProvider clock) : IHandle<ContributionAnswered>
{
    public Task HandleAsync(ContributionAnswered happened, CancellationToken ct)
    {
        if (happened.IsNews)
        {
            db.Add(new SubscriptionNews { ProcessId = happened.ProcessId, Kind = SubscriptionNewsKind.Answered, SubjectId = happened.ContentItemId, AtUtc = clock.UtcNow() });
        }

        return Task.CompletedTask;
    }
}
