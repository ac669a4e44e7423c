using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Contact;

internal static class ContactServices
{
    public static IServiceCollection AddContact(this IServiceCollection services) => services
        .AddScoped<SendMessageHandler>().AddScoped<ReceivedMessages>().AddScoped<IContactMessages, MessagesOfAddress>().AddRecurringJob<ContactRetention>(TimeSpan.FromHours(12));

    public static void Map(ModelBuilder model) => model.Entity<ContactMessage>(message =>
    {
        message.ToTable("contact_message").HasKey(row => row.Id);
        message.HasIndex(row => row.SentUtc);
    });
}

/// <summary>Deletes messages a year after they came.</summary>
internal sealed class ContactRetention(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public const int Months = 12;

    public string Name => "contact-retention";

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow().AddMonths(-Months);
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<ContactMessage>().Where(message => message.SentUtc < before).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
    }
}
