using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Messaging;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>
/// The unit of work of a service: its own tables, and those of the outbox, the inbox and idempotent requests.
/// Names are snake_case, enums are stored as text, times are UTC, periods of days are dateranges.
/// </summary>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    private readonly List<OutboxMessage> _published = [];
    private int _unitOfWork;
    private bool _ringsAfterCommit;
    private IServiceProvider? _application;

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
        Published.Add(new OutboxMessage
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
    }

    /// <summary>Not for a unit of work that publishes: those wait for the database without holding a thread.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => Published.Count == 0
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new NotSupportedException("What publishes is saved by SaveChangesAsync.");

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Published.Count == 0)
            return await SaveEntitiesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is null)
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            return await SaveAndCommitAsync(acceptAllChangesOnSuccess, last: null, cancellationToken);
        }

        var rows = await SaveEntitiesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var batch = new NpgsqlBatch(Connection);
        AddPublished(batch);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        Published.Clear();
        _ringsAfterCommit = true;
        return rows;
    }

    /// <summary>Saves all changes and what is published, and ends the present transaction: what is published shares the round trip of the commit.</summary>
    public Task<int> SaveAndCommitAsync(CancellationToken ct) => SaveAndCommitAsync(last: null, ct);

    /// <summary>Saves all changes and ends the present transaction; a last statement goes along.</summary>
    internal Task<int> SaveAndCommitAsync(NpgsqlBatchCommand? last, CancellationToken ct) =>
        SaveAndCommitAsync(acceptAllChangesOnSuccess: true, last, ct);

    /// <summary>Tells the relay that there is work, now that others can see the rows.</summary>
    internal void RingAfterCommit()
    {
        if (!_ringsAfterCommit)
            return;
        _ringsAfterCommit = false;
        ApplicationServices?.GetService<OutboxBell>()?.Ring();
    }

    /// <summary>The connection of the present transaction.</summary>
    internal NpgsqlConnection Connection => (NpgsqlConnection)Database.GetDbConnection();

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

    // A pooled context serves one unit of work after another: what one left undone is no part of the next.
    private List<OutboxMessage> Published
    {
        get
        {
            if (_unitOfWork != ContextId.Lease)
            {
                _unitOfWork = ContextId.Lease;
                _published.Clear();
            }

            return _published;
        }
    }

    private IServiceProvider? ApplicationServices => _application ??=
        this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;

    private TimeProvider Clock => ApplicationServices?.GetService<TimeProvider>() ?? TimeProvider.System;

    // The messages and the commit share a round trip. They come after the changes and not with them: only when the
    // library has counted the rows is it sure that nobody else changed them.
    private async Task<int> SaveAndCommitAsync(bool acceptAllChangesOnSuccess, NpgsqlBatchCommand? last, CancellationToken ct)
    {
        var rows = await SaveEntitiesAsync(acceptAllChangesOnSuccess, ct);
        await using var batch = new NpgsqlBatch(Connection);
        AddPublished(batch);
        if (last is not null)
            batch.BatchCommands.Add(last);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync(ct);
        _ringsAfterCommit |= Published.Count > 0;
        Published.Clear();
        RingAfterCommit();
        return rows;
    }

    // Whoever cannot save gives the whole transaction up, so savepoints would only be statements and round trips more.
    private Task<int> SaveEntitiesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        Database.AutoSavepointsEnabled = false;
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
    }

    private void AddPublished(NpgsqlBatch batch)
    {
        foreach (var message in Published)
            batch.BatchCommands.Add(OutboxRows.Insert(message));
    }
}
