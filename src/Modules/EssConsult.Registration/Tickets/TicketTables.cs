using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tickets;

internal static class TicketTables
{
    public const string KeyDrawn = "ticket-key.drawn";

    public static void Map(ModelBuilder model) => model.Entity<TicketKeyRow>(key =>
    {
        key.ToTable("ticket_key").HasKey(row => row.Number).HasRule("ticket-key.drawn", "La clé des billets vient d’être créée. Recommencez.");
        key.Property(row => row.Number).ValueGeneratedNever();
    });
}
