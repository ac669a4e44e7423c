using EssConsult.Subscriptions.News;

namespace EssConsult.Subscriptions;

internal static class SubscriptionTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("subscription").HasKey(row => row.Id);
            subscription.Property(row => row.Address).HasMaxLength(254);
            subscription.Property(row => row.AddressKey).HasMaxLength(254);
            subscription.HasIndex(row => row.AddressKey).HasRule("subscription.twice", "Cette adresse vient d’être inscrite : lisez vos e-mails.");
            subscription.HasIndex(row => row.ConfirmedUtc);
            subscription.HasMany(row => row.Topics).WithOne().HasForeignKey(row => row.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SubscriptionTopic>(topic =>
        {
            topic.ToTable("subscription_topic").HasKey(row => new { row.SubscriptionId, row.ProcessId });
            topic.HasIndex(row => row.ProcessId);
        });
        model.Entity<SubscriptionNews>(news =>
        {
            news.ToTable("subscription_news").HasKey(row => row.Id);
            news.HasIndex(row => new { row.ProcessId, row.AtUtc });
            news.HasIndex(row => new { row.Kind, row.SubjectId }).HasFilter("kind <> 'Answered'").HasRule("subscription.news-twice", "Ce changement d’étape est déjà annoncé.");
        });
    }
}
