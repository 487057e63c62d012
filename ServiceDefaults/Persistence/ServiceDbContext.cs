using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Messaging;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>
/// The unit of work of a service: its own tables, and those of the outbox, the inbox and idempotent requests.
/// Names are snake_case, enums are stored as text, times are UTC, periods of days are dateranges.
/// </summary>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    private bool _hasPublished;

    /// <summary>
    /// Adds a message to this unit of work: it goes out after the commit, and never without it.
    /// Messages of one lane go out in order. The lane is the id of an aggregate that this same unit of work changes,
    /// so that the version of its row puts those who write to a lane one after another.
    /// </summary>
    public void Publish<T>(T message, string lane)
        where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(lane);
        var now = Clock.GetUtcNow();
        Add(new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(now),
            Lane = lane,
            Partition = Partitions.Of(lane),
            MessageType = MessageTypes.Name(message.GetType()),
            Body = JsonSerializer.Serialize(message, message.GetType(), MessageTypes.Json),
            IsEvent = MessageTypes.IsEvent(message.GetType()),
            Traceparent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
            Tracestate = Activity.Current?.TraceStateString,
            CreatedAt = now,
        });
        _hasPublished = true;
    }

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var rows = base.SaveChanges(acceptAllChangesOnSuccess);
        RingUnlessInTransaction();
        return rows;
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        RingUnlessInTransaction();
        return rows;
    }

    /// <summary>Tells the relay that there is work, now that others can see the rows.</summary>
    internal void RingAfterCommit()
    {
        if (!_hasPublished)
            return;
        _hasPublished = false;
        ApplicationServices?.GetService<OutboxBell>()?.Ring();
    }

    /// <summary>Maps the shared tables; a service adds its own after calling this.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => BaseTables.Map(modelBuilder);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Validity>().HaveConversion<ValidityConverter>().HaveColumnType("daterange");
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    private IServiceProvider? ApplicationServices =>
        this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;

    private TimeProvider Clock => ApplicationServices?.GetService<TimeProvider>() ?? TimeProvider.System;

    private void RingUnlessInTransaction()
    {
        if (Database.CurrentTransaction is null)
            RingAfterCommit();
    }
}
