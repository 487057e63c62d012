using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ServiceDefaults.Tests.Persistence;

internal enum Colour
{
    Red,
    DarkBlue,
}

/// <summary>An aggregate: a number that goes up, with the version that guards it.</summary>
internal sealed class Counter
{
    public required string CounterId { get; init; }
    public long Version { get; set; }
    public Colour Colour { get; init; }
}

/// <summary>What a consumer did; a second row for the same message is a doubled effect.</summary>
internal sealed class Effect
{
    public long Position { get; init; }
    public required Guid MessageId { get; init; }
    public required string Lane { get; init; }
    public required long Version { get; init; }
    public string? TraceId { get; init; }
}

internal sealed class TestDbContext(DbContextOptions<TestDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Counter>(table =>
        {
            table.ToTable("counter");
            table.Property(counter => counter.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Effect>(table =>
        {
            table.ToTable("effect");
            table.HasKey(effect => effect.Position);
        });
    }
}

internal sealed class TestDbContextFactory : IDesignTimeDbContextFactory<TestDbContext>
{
    public TestDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TestDbContext>().UseNpgsql(npgsql => npgsql.MigrationsHistoryTable("schema_migration")).Options);
}
