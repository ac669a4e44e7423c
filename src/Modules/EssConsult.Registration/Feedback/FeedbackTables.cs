using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Feedback;

internal static class FeedbackTables
{
    public const string Twice = "Vous avez déjà donné votre avis.";

    public static void Map(ModelBuilder model)
    {
        model.Entity<EventFeedback>(feedback =>
        {
            feedback.ToTable("event_feedback").HasKey(row => row.Id);
            feedback.Property(row => row.Words).HasMaxLength(EventFeedback.LongestText);
            feedback.HasIndex(row => row.EventId);
            feedback.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
        });
        model.Entity<FeedbackGiven>(given =>
        {
            given.ToTable("feedback_given").HasKey(row => row.RegistrationId).HasRule("feedback.twice", Twice);
            given.HasOne<Registration>().WithOne().HasForeignKey<FeedbackGiven>(row => row.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
