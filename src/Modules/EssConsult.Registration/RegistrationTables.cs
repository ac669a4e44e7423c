using EssConsult.Registration.Circuits;
using EssConsult.Registration.Invitations;
using EssConsult.Registration.Online;
using EssConsult.Registration.Privacy;
using EssConsult.Registration.Reminders;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

internal static class RegistrationTables
{
    public const string TooManySentence = "Il n’y a plus assez de places.";

    public static void Map(ModelBuilder model)
    {
        Tickets.TicketTables.Map(model);
        Door.DoorTables.Map(model);
        Room.RoomTables.Map(model);
        Wishes.WishTables.Map(model);
        Tables.PlanTables.Map(model);
        Feedback.FeedbackTables.Map(model);
        model.Entity<EventRow>(row =>
        {
            row.ToTable("event").HasKey(found => found.ContentItemId);
            row.Ignore(found => found.ClosingUtc).Ignore(found => found.WishesClosingUtc);
            row.HasIndex(found => new { found.Published, found.StartsUtc });
            row.HasIndex(found => found.ParentId).HasFilter("parent_id IS NOT NULL");
        });
        model.Entity<EventSeats>(seats =>
        {
            seats.ToTable("event_seats").HasKey(row => row.EventId);
            seats.Ignore(row => row.Free).Ignore(row => row.FreeReserved);
            seats.HasCheckRule("ck_event_seats_taken", "capacity IS NULL OR taken <= capacity - reserved", "seats.capacity", TooManySentence);
            seats.HasCheckRule("ck_event_seats_reserved", "taken_reserved <= reserved", "seats.reserved", "Plus de places réservées sont prises que cela.");
            seats.HasCheckRule("ck_event_seats_positive", "taken >= 0 AND taken_reserved >= 0 AND reserved >= 0", "seats.negative", "Le nombre de places ne peut pas être négatif.");
            seats.HasOne<EventRow>().WithOne().HasForeignKey<EventSeats>(row => row.EventId);
        });
        model.Entity<Registration>(Map);
        model.Entity<Attendee>(attendee =>
        {
            attendee.ToTable("attendee").HasKey(row => row.Id);
            attendee.HasIndex(row => new { row.RegistrationId, row.Position }).IsUnique();
            attendee.HasIndex(row => row.EventId);
            attendee.HasOne<Registration>().WithMany().HasForeignKey(row => row.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("event_invitation").HasKey(row => row.Id);
            invitation.Property(row => row.Email).HasMaxLength(254);
            invitation.Property(row => row.EmailKey).HasMaxLength(254);
            invitation.HasIndex(row => new { row.EventId, row.EmailKey }).HasRule("invitation.twice", "Cette personne est déjà invitée.");
        });
        model.Entity<OnlineRoom>(room =>
        {
            room.ToTable("event_online").HasKey(row => row.EventId);
            room.Property(row => row.Url).HasMaxLength(500);
        });
        model.Entity<EventReminder>().ToTable("event_reminder").HasKey(reminder => new { reminder.EventId, reminder.Asks });
        model.Entity<EventNotice>().ToTable("event_notice").HasKey(notice => new { notice.EventId, notice.Days, notice.StartsUtc });
        model.Entity<NeedCount>().ToTable("need_count").HasKey(count => new { count.EventId, count.Kind });
        model.Entity<AttendeeNeed>(need =>
        {
            need.ToTable("attendee_need").HasKey(row => row.Id);
            need.Property(row => row.Note).HasMaxLength(200);
            need.HasIndex(row => new { row.EventId, row.Kind });
            need.HasOne<Registration>().WithMany().HasForeignKey(row => row.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Map(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Registration> registration)
    {
        registration.ToTable("registration").HasKey(row => row.Id);
        registration.Property(row => row.Email).HasMaxLength(254);
        registration.Property(row => row.EmailKey).HasMaxLength(254);
        registration.Property(row => row.LiveKey).HasMaxLength(320);
        registration.Property(row => row.SlotKey).HasMaxLength(120);
        registration.Property(row => row.State).HasRule("registration.changed-elsewhere", "Cette inscription vient de changer. Rechargez la page.");
        registration.HasIndex(row => row.LiveKey).HasRule("registration.twice", "Vous êtes déjà inscrit à ce rendez-vous.");
        registration.HasIndex(row => row.SlotKey).HasRule("registration.clash", "Vous avez déjà une place dans un autre atelier au même moment.");
        registration.HasIndex(row => row.FormKey).HasRule("registration.sent", "Cette inscription est déjà enregistrée.");
        registration.HasIndex(row => new { row.EventId, row.Arrival }).IsUnique();
        registration.HasIndex(row => new { row.EventId, row.State, row.Arrival });
        registration.HasIndex(row => row.HoldUntilUtc).HasFilter("hold_until_utc IS NOT NULL");
        registration.HasIndex(row => row.PersonId).HasFilter("person_id IS NOT NULL");
        registration.HasIndex(row => row.EmailKey).HasFilter("email_key IS NOT NULL");
        registration.HasIndex(row => row.WithinId).HasFilter("within_id IS NOT NULL");
        registration.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
    }
}
