using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail;

internal static class MailTables
{
    public static void Map(ModelBuilder model) => model.Entity<MailMessage>(message =>
    {
        message.ToTable("mail_message");
        message.Property(row => row.Recipient).HasMaxLength(254);
        message.Property(row => row.Template).HasMaxLength(100);
        message.Property(row => row.CalendarMethod).HasMaxLength(20);
        message.HasIndex(row => new { row.State, row.DueUtc });
        message.HasIndex(row => new { row.Recipient, row.SentUtc });
        message.HasIndex(row => row.PersonId);
        message.HasIndex(row => new { row.Batch, row.State }).HasFilter("batch IS NOT NULL");
    });
}
