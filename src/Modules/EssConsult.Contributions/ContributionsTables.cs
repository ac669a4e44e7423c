using EssConsult.Contributions.Circuits;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

internal static class ContributionsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ContributionRow>(contribution =>
        {
            contribution.ToTable("contribution").HasKey(row => row.ContentItemId);
            contribution.Property(row => row.State).HasRule("contribution.changed-elsewhere", "Cette contribution vient de changer d’état : elle a été envoyée, corrigée ou décidée ailleurs. Rechargez la page.");
            contribution.Property(row => row.UnreadSinceUtc).IsConcurrencyToken();
            contribution.Property(row => row.CorrectionUtc).IsConcurrencyToken();
            contribution.HasIndex(row => row.UnreadSinceUtc).HasFilter("unread_since_utc IS NOT NULL");
            contribution.HasIndex(row => row.CorrectionUtc).HasFilter("correction_utc IS NOT NULL");
            contribution.HasIndex(row => new { row.State, row.PublishedUtc });
            contribution.HasIndex(row => new { row.ProcessId, row.State });
            contribution.HasIndex(row => new { row.AuthorId, row.State });
            contribution.HasIndex(row => row.BrowserKey);
            contribution.HasIndex(row => new { row.FacilitatorId, row.State }).HasFilter("facilitator_id IS NOT NULL");
            contribution.HasIndex(row => new { row.ActorId, row.State, row.PublishedUtc }).HasFilter("actor_id IS NOT NULL");
            contribution.HasIndex(row => row.Path);
        });

        model.Entity<Answer>(answer =>
        {
            answer.ToTable("answer").HasKey(row => row.Id);
            answer.HasIndex(row => row.ContentItemId).HasRule("answer.twice", "Cette contribution a déjà une réponse : modifiez-la.");
            answer.Property(row => row.ModifiedUtc).HasRule(Answer.ChangedElsewhere, Answer.ChangedElsewhereSentence);
            answer.HasIndex(row => row.PublishedUtc);
        });
        model.Entity<PhaseNotice>().ToTable("phase_notice").HasKey(notice => new { notice.SubjectId, notice.Kind, notice.AtUtc });
        model.Entity<AnswerObjective>(link =>
        {
            link.ToTable("answer_objective").HasKey(row => new { row.ContentItemId, row.ObjectiveId });
            link.HasIndex(row => row.ObjectiveId);
        });
    }
}
