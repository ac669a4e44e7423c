using EssConsult.Kernel.Audit;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Modules;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EssConsult.Kernel.Data;

/// <summary>
/// The site's one database. Each module maps its own internal rows into it, so one command is one transaction; the compiler
/// keeps other modules out of its tables.
/// </summary>
public sealed class SiteDb(DbContextOptions<SiteDb> options, ModuleCatalog catalog, WriteGate gate, Commits commits, TimeProvider clock)
    : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Rows whose transaction is still open; a context goes back to its pool without any.
    private readonly List<OutboxRow> published = [];

    internal string ModuleSet => catalog.Names;

    /// <summary>What leads to whatever is published now; null while people act.</summary>
    public string? Cause { get; private set; }

    /// <summary>Stores an event in the transaction that causes it; handlers and followers hear of it after the commit.</summary>
    public void Publish(IEvent happened) => Add(OutboxRow.From(happened, Cause, clock.UtcNow()));

    /// <summary>
    /// Marks what is published until the end of the block with what led to it. The mark goes with the event: whatever its handlers
    /// publish in turn bears it too.
    /// </summary>
    public IDisposable CausedBy(string? cause)
    {
        var ends = new CauseEnds(this, Cause);
        Cause = cause;
        return ends;
    }

    /// <summary>Stores an act that decides something. The detail lies apart and can be erased; the row and its seal stay.</summary>
    public void Audit(AuditEntry entry) => AddRange(AuditRow.From(entry, clock.UtcNow()));

    /// <summary>
    /// Opens the transaction of a command that needs more than one save, after taking this process's turn to write. Inside an open
    /// one it joins it: the outer commit decides.
    /// </summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
        {
            return new WriteTransaction(this, transaction: null, turn: null);
        }

        var turn = await gate.EnterAsync(ct);
        try
        {
            var transaction = await Database.BeginTransactionAsync(ct);
            return new WriteTransaction(this, transaction, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Deletes what explains the acts about a subject, inside <see cref="BeginWriteAsync"/>; the rows and their seals stay.</summary>
    public Task<int> EraseAuditDetailsAsync(string subject, CancellationToken ct) =>
        Set<AuditDetail>().Where(detail => Set<AuditRow>().Any(row => row.Id == detail.Id && row.Subject == subject)).ExecuteDeleteAsync(ct);

    /// <summary>Takes or renews a turn that one process of the site holds at a time; call it inside <see cref="BeginWriteAsync"/>.</summary>
    public Task<bool> TakeLeaseAsync(string name, TimeSpan length, CancellationToken ct) => Jobs.Lease.TakeAsync(this, name, clock.UtcNow(), length, ct);

    /// <summary>
    /// Writes a table's file anew, outside a transaction, so that nothing of its deleted rows is left in it: SQLite the whole file and its
    /// log, PostgreSQL the table alone, which nobody reads meanwhile.
    /// </summary>
    /// <param name="table">A name of the code's own.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>False where a reader held the log: it has to be done again.</returns>
    public async Task<bool> RewriteAsync(string table, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await Database.OpenConnectionAsync(ct);
        try
        {
            var isDone = true;
            foreach (var rewriting in Database.IsNpgsql() ? [$"VACUUM (FULL) {table}"] : new[] { "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)" })
            {
                // Neither stands in a transaction, which a command of the context would have to.
                await using var command = Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name is the code's own.
                command.CommandText = rewriting;
#pragma warning restore CA2100
                command.CommandTimeout = 0;
                isDone &= await command.ExecuteScalarAsync(ct) is not long held || held == 0;
            }

            return isDone;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            published.AddRange(Unsaved());
            return await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        List<OutboxRow> events;
        int count;
        using (await gate.EnterAsync(cancellationToken))
        {
            events = [.. Unsaved()];
            count = await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        // The next writer need not wait for what follows from this commit.
        if (count > 0)
        {
            await commits.TellAsync(events);
        }

        return count;
    }

    /// <exception cref="InvalidOperationException">A synchronous save would block the gate's thread; data protection alone does it, once in ninety days.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (ChangeTracker.Entries().Any(entry => entry.Entity is not DataProtectionKey))
        {
            throw new InvalidOperationException("Use SaveChangesAsync.");
        }

        int count;
        using (gate.EnterAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            count = base.SaveChanges(acceptAllChangesOnSuccess);
        }

        commits.ReachDiskAsync().GetAwaiter().GetResult();
        return count;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        KernelTables.Map(modelBuilder, Database.IsNpgsql());
        foreach (var module in catalog.Modules)
        {
            module.MapTables(modelBuilder);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>After the commit of a transaction.</summary>
    internal async ValueTask TellPublishedAsync()
    {
        await commits.TellAsync(published);
        DropPublished();
    }

    /// <summary>After the end of a transaction, with or without a commit.</summary>
    internal void DropPublished() => published.Clear();

    private IEnumerable<OutboxRow> Unsaved() => ChangeTracker.Entries<OutboxRow>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity);

    private async Task<int> SaveAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        }
        catch (DbUpdateException error) when (BrokenRule.Find(error, Model) is { } broken)
        {
            throw broken;
        }
    }

    /// <summary>The outermost block leaves no cause behind: a context goes back to its pool.</summary>
    private sealed class CauseEnds(SiteDb db, string? before) : IDisposable
    {
        public void Dispose() => db.Cause = before;
    }
}

/// <summary>An open transaction together with the turn to write; disposing without a commit rolls back. A joined one leaves both to the outer.</summary>
public sealed class WriteTransaction(SiteDb db, IDbContextTransaction? transaction, IDisposable? turn) : IAsyncDisposable
{
    public async Task CommitAsync(CancellationToken ct)
    {
        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
            turn?.Dispose();
            await db.TellPublishedAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
                db.DropPublished();
            }
        }
        finally
        {
            turn?.Dispose();
        }
    }
}
