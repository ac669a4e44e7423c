using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Room;

internal static class RoomTables
{
    public const string ChangedElsewhere = "Cette fiche vient de changer ailleurs. Copiez votre texte, puis rechargez la page.";

    public static void Map(ModelBuilder model)
    {
        model.Entity<TableSheet>(sheet =>
        {
            sheet.ToTable("table_sheet").HasKey(row => row.Id);
            sheet.Property(row => row.ConfirmedBy).HasMaxLength(TableSheet.LongestNames);
            sheet.Property(row => row.Writer).HasMaxLength(36);
            sheet.Property(row => row.Revision).HasRule("sheet.changed-elsewhere", ChangedElsewhere);
            sheet.HasIndex(row => new { row.EventId, row.Table }).HasRule("sheet.twice", "Cette table a déjà sa fiche.");
            sheet.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
        });
        model.Entity<SheetProposal>(proposal =>
        {
            proposal.ToTable("sheet_proposal").HasKey(row => row.Id);
            proposal.Property(row => row.Title).HasMaxLength(SheetProposal.LongestTitle);
            proposal.HasIndex(row => new { row.SheetId, row.Position }).IsUnique();
            proposal.HasOne<TableSheet>().WithMany().HasForeignKey(row => row.SheetId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MinutesLine>(line =>
        {
            line.ToTable("minutes_line").HasKey(row => row.Id);
            line.Property(row => row.Key).HasMaxLength(MinutesLine.LongestKey);
            line.HasIndex(row => new { row.EventId, row.Key }).HasRule("minutes.twice", "Cette ligne est déjà au compte rendu.");
            line.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
        });
        model.Entity<EventOrigin>(origin =>
        {
            origin.ToTable("event_origin").HasKey(row => row.ContentItemId);
            origin.HasIndex(row => row.EventId);
        });
    }
}
