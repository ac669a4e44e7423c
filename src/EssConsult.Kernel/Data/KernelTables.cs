using EssConsult.Kernel.Audit;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Jobs;
using EssConsult.Kernel.Modules;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Data;

internal static class KernelTables
{
    public static void Map(ModelBuilder model, bool postgres)
    {
        model.Entity<DataProtectionKey>().ToTable("data_protection_key");
        model.Entity<FeatureRow>().ToTable("feature").HasKey(row => row.Id);
        model.Entity<SettingRow>().ToTable("setting").HasKey(row => row.Name);
        model.Entity<Lease>().ToTable("lease").HasKey(lease => lease.Name);

        model.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(row => row.Position);
            outbox.HasIndex(row => new { row.Xid, row.Position });
            outbox.HasIndex(row => row.AtUtc);
            var xid = outbox.Property(row => row.Xid).ValueGeneratedOnAdd();
            _ = postgres ? xid.HasDefaultValueSql("(pg_current_xact_id()::text)::bigint") : xid.HasDefaultValue(0L);
        });
        model.Entity<HandlerCursor>().ToTable("outbox_cursor").HasKey(cursor => cursor.Handler);
        model.Entity<ParkedEvent>().ToTable("outbox_parked").HasKey(parked => new { parked.Handler, parked.Position });

        model.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit_row").HasKey(row => row.Position);
            audit.HasIndex(row => row.Id).IsUnique();
            audit.HasIndex(row => row.Subject);
        });
        model.Entity<AuditDetail>().ToTable("audit_detail").HasKey(detail => detail.Id);
        model.Entity<AuditSeal>(chain =>
        {
            chain.ToTable("audit_seal").HasKey(seal => seal.Number);
            chain.Property(seal => seal.Number).ValueGeneratedNever();
            chain.HasIndex(seal => seal.RowPosition).IsUnique();
        });
    }
}
