using EssConsult.Notifications.Mailings;
using EssConsult.Notifications.News;

namespace EssConsult.Notifications;

internal static class NotificationsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<FollowRow>(follow =>
        {
            follow.ToTable("follow").HasKey(row => new { row.PersonId, row.ContentItemId });
            follow.HasIndex(row => row.ContentItemId);
        });
        model.Entity<NewsRow>(news =>
        {
            news.ToTable("news").HasKey(row => row.Id);
            news.Property(row => row.Kind).HasMaxLength(40);
            news.Property(row => row.Fact).HasMaxLength(64);
            news.Property(row => row.Title).HasMaxLength(NewsRow.LongestTitle);
            news.Property(row => row.Text).HasMaxLength(NewsRow.LongestText);
            news.HasIndex(row => new { row.ContentItemId, row.AtUtc });
            news.HasIndex(row => new { row.PersonId, row.AtUtc });
            news.HasIndex(row => new { row.Fact, row.PersonId }).HasFilter("fact IS NOT NULL");
            news.HasIndex(row => row.AtUtc);
        });
        model.Entity<NewsReader>(reader =>
        {
            reader.ToTable("news_reader").HasKey(row => row.PersonId);
            reader.Ignore(row => row.Quiet);
        });
        model.Entity<Mailing>(mailing =>
        {
            mailing.ToTable("mailing").HasKey(row => row.Id);
            mailing.Property(row => row.Subject).HasMaxLength(Mailing.LongestSubject);
            mailing.Property(row => row.Text).HasMaxLength(Mailing.LongestText);
            mailing.Property(row => row.Version).HasRule("mailing.changed", "Ce message a changé entre-temps. Relisez-le, puis recommencez.");
            mailing.HasIndex(row => new { row.State, row.ScheduledUtc });
        });
        model.Entity<NewsChoice>(choice =>
        {
            choice.ToTable("news_choice").HasKey(row => new { row.PersonId, row.Kind });
            choice.Property(row => row.Kind).HasMaxLength(40);
        });
    }
}
