namespace EssConsult.Workflows.Simulation;

/// <summary>What a run would write, read from the unit of work before each step of it is stored in the transaction that is given up.</summary>
internal sealed class SimulatedChanges(SiteDb db)
{
    private const string Mail = "mail_message";
    private const string News = "news";

    // Bookkeeping that follows from every write.
    private static readonly string[] Silent = ["outbox", "audit_detail", "workflow_trigger"];
    private readonly Dictionary<string, int[]> tables = [];
    private readonly List<SimulatedMail> mails = [];

    public IReadOnlyList<SimulatedMail> Mails => mails;

    public IReadOnlyList<SimulatedTable> Tables => [.. tables.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => new SimulatedTable(table.Key, table.Value[0], table.Value[1], table.Value[2]))];

    public async Task TakeAsync(CancellationToken ct)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            var table = entry.Metadata.GetTableName() ?? entry.Metadata.Name;
            if (Silent.Contains(table))
            {
                continue;
            }

            var counts = tables.TryGetValue(table, out var known) ? known : tables[table] = new int[3];
            counts[entry.State switch { EntityState.Added => 0, EntityState.Modified => 1, _ => 2 }]++;
            if (table == Mail && entry.State == EntityState.Added)
            {
                mails.Add(new SimulatedMail(Masked(Text("Recipient")), Text("Subject"), Text("Text")));
            }

            if (table == News && entry.State == EntityState.Added)
            {
                mails.Add(new SimulatedMail("sur le site", Text("Title"), Text("Text")));
            }

            string Text(string property) => entry.Property(property).CurrentValue?.ToString() ?? string.Empty;
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Enough to recognise whom it is for, not enough to write to them.</summary>
    private static string Masked(string address) => address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}…{address[at..]}" : "—";
}
