using Microsoft.EntityFrameworkCore;

namespace EssConsult.Benchmarks.Floors.Data;

internal sealed class FloorDb(DbContextOptions<FloorDb> options) : DbContext(options)
{
    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Room> Rooms => Set<Room>();

    public static string Path(string folder) => System.IO.Path.Combine(folder, "floor.db");

    public static string ConnectionString(string folder) => $"Data Source={Path(folder)}";

    /// <summary>Unpooled: a pooled connection would outlive its file, which each round makes anew.</summary>
    public static FloorDb Open(string folder) =>
        new(new DbContextOptionsBuilder<FloorDb>().UseSqlite($"{ConnectionString(folder)};Pooling=False").Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Contribution>().HasIndex(row => row.PublishedAt);
        modelBuilder.Entity<Comment>().HasOne<Contribution>().WithMany().HasForeignKey(row => row.ContributionId);
    }
}

internal sealed class Contribution
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Author { get; init; }

    public required DateTime PublishedAt { get; init; }

    public required string Body { get; init; }
}

internal sealed class Comment
{
    public required Guid Id { get; init; }

    public required Guid ContributionId { get; init; }

    public required string Author { get; init; }

    public required DateTime PostedAt { get; init; }

    public required string Body { get; init; }
}

/// <summary>What a guarded insert counts against.</summary>
internal sealed class Room
{
    public required Guid Id { get; init; }

    public int Capacity { get; init; }

    public int Taken { get; set; }
}
