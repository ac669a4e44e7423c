using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tables;

internal static class PlanTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredPlan>(plan =>
        {
            plan.ToTable("table_plan").HasKey(row => row.Id);
            plan.HasIndex(row => row.EventId).HasRule("tables.changed-elsewhere", "Les tables viennent d’être composées ailleurs. Rechargez la page.");
            plan.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
        });
        model.Entity<TableSeat>(seat =>
        {
            seat.ToTable("table_seat").HasKey(row => new { row.PlanId, row.AttendeeId, row.Round });
            seat.HasIndex(row => row.AttendeeId);
            seat.HasCheckRule("ck_table_seat_numbers", "round >= 1 AND \"table\" >= 1", "tables.numbers", "Les tours et les tables se comptent à partir de 1.");
            seat.Property(row => row.Table).HasColumnName("table");
            seat.HasOne<StoredPlan>().WithMany().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Cascade);
            seat.HasOne<Attendee>().WithMany().HasForeignKey(row => row.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
