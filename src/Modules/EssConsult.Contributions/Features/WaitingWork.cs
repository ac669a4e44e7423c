using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

internal sealed class WaitingModeration(ModerationQueue queue) : IWaiting
{
    public string Address => "/admin/moderation";

    public (string One, string Several) Words => ("texte à modérer", "textes à modérer");

    public Task<int> CountAsync(CancellationToken ct) => queue.CountAsync(ct);
}

internal sealed class WaitingAnswers(SiteDb db, IProcesses processes) : IWaiting
{
    public string Address => "/admin/reponses";

    public (string One, string Several) Words => ("contribution sans réponse", "contributions sans réponse");

    public Task<int> CountAsync(CancellationToken ct) => db.Set<ContributionRow>().Unanswered(processes).CountAsync(ct);
}
