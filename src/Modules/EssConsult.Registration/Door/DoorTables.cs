using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

internal static class DoorTables
{
    public const string Sent = "check-in.sent";
    public const int LongestDoor = 60;

    public static void Map(ModelBuilder model)
    {
        model.Entity<CheckIn>(scan =>
        {
            scan.ToTable("check_in").HasKey(row => row.Nonce).HasRule("check-in.sent", "Ce passage est déjà enregistré.");
            scan.Property(row => row.Nonce).ValueGeneratedNever();
            scan.Property(row => row.Door).HasMaxLength(LongestDoor);
            scan.Property(row => row.CodePrint).HasMaxLength(16);
            scan.HasIndex(row => new { row.EventId, row.AtUtc });
            scan.HasIndex(row => row.AttendeeId).HasFilter("attendee_id IS NOT NULL");
            scan.HasIndex(row => row.Undoes).HasFilter("undoes IS NOT NULL");
            scan.HasIndex(row => row.WalkInKey).HasFilter("walk_in_key IS NOT NULL");
            scan.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
        });
        model.Entity<Arrival>(arrival =>
        {
            arrival.ToTable("arrival").HasKey(row => new { row.EventId, row.AttendeeId }).HasRule("check-in.sent", "Ce passage est déjà enregistré.");
            arrival.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
        });
        model.Entity<DoorAnswer>(answer =>
        {
            answer.ToTable("door_answer").HasKey(row => new { row.Nonce, row.Question }).HasRule("check-in.sent", "Ce passage est déjà enregistré.");
            answer.Property(row => row.Question).HasMaxLength(200);
            answer.Property(row => row.Value).HasMaxLength(DoorQuestion.LongestAnswer);
            answer.HasIndex(row => row.EventId);
            answer.HasIndex(row => row.AttendeeId).HasFilter("attendee_id IS NOT NULL");
            answer.HasIndex(row => row.WalkInKey).HasFilter("walk_in_key IS NOT NULL");
            answer.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
        });
        model.Entity<DoorClosing>(closing =>
        {
            closing.ToTable("door_closing").HasKey(row => row.EventId).HasRule(TellAbsent.Told, "Les absences de ce rendez-vous sont déjà dites.");
            closing.Property(row => row.ToldUtc).IsConcurrencyToken();
            closing.HasOne<EventRow>().WithOne().HasForeignKey<DoorClosing>(row => row.EventId);
        });
        model.Entity<DoorPinRow>(pin =>
        {
            pin.ToTable("door_pin").HasKey(row => row.EventId);
            pin.HasOne<EventRow>().WithOne().HasForeignKey<DoorPinRow>(row => row.EventId);
        });
    }
}
