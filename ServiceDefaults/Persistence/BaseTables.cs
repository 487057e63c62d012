using Microsoft.EntityFrameworkCore;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>
/// A message that waits for the relay, or that was sent: a command is kept for a while, an event for good as part of the
/// history of the service.
/// </summary>
internal sealed class OutboxMessage
{
    public long Sequence { get; init; }
    public required Guid MessageId { get; init; }
    public required string Lane { get; init; }
    public required short Partition { get; init; }
    public required string MessageType { get; init; }
    public required string Body { get; init; }
    public required bool IsEvent { get; init; }
    public string? Traceparent { get; init; }
    public string? Tracestate { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset? NotBefore { get; init; }
    public string? LastError { get; init; }
}

/// <summary>Proof that a consumer has dealt with a message.</summary>
internal sealed class InboxMessage
{
    public required Guid MessageId { get; init; }
    public required string Consumer { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>The answer that was given to a request with an id.</summary>
internal sealed class IdempotencyRecord
{
    public required string Caller { get; init; }
    public required string Rpc { get; init; }
    public required string RequestId { get; init; }
    public required byte[] RequestHash { get; init; }
    public byte[]? Response { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal static class BaseTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(table =>
        {
            table.ToTable("outbox_message");
            table.HasKey(row => row.Sequence);
            table.Property(row => row.Sequence).UseIdentityAlwaysColumn();
            table.Property(row => row.Body).HasColumnType("json");
            table.Property(row => row.Attempts).HasDefaultValue(0);
            table.Property(row => row.IsEvent).HasDefaultValue(false);

            // Waiting rows are few, sent rows are many and events stay: each index holds only what its query looks at.
            table.HasIndex(row => new { row.Partition, row.Sequence }, "ix_outbox_message_waiting").HasFilter("sent_at is null");
            table.HasIndex(row => row.Lane, "ix_outbox_message_held").HasFilter("sent_at is null and not_before is not null");
            table.HasIndex(row => row.SentAt, "ix_outbox_message_sent").HasFilter("sent_at is not null and not is_event");
        });
        model.Entity<InboxMessage>(table =>
        {
            table.ToTable("inbox_message");
            table.HasKey(row => new { row.MessageId, row.Consumer });
            table.HasIndex(row => row.ReceivedAt);
        });
        model.Entity<IdempotencyRecord>(table =>
        {
            table.ToTable("idempotency_record");
            table.HasKey(row => new { row.Caller, row.Rpc, row.RequestId });
            table.HasIndex(row => row.CreatedAt);
        });
    }
}
