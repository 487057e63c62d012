using System.Diagnostics;
using MassTransit;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Tests.Persistence;

namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>Records every run as a row of its own, so that a doubled effect shows.</summary>
internal sealed class OnCounted(TestDbContext db, ConsumerScript script) : IConsumer<Counted>
{
    public const string Queue = "reader-on-counted";

    public async Task Consume(ConsumeContext<Counted> context)
    {
        db.Effects.Add(new Effect
        {
            MessageId = context.MessageId!.Value,
            Lane = context.Message.CounterId,
            Version = context.Message.AggregateVersion,
            TraceId = Activity.Current?.TraceId.ToHexString(),
        });
        await script.Run(context);
    }
}

internal sealed class OnCountedDefinition : ServiceConsumerDefinition<OnCounted>;

/// <summary>What a test makes of the consumer, besides its effect.</summary>
internal sealed class ConsumerScript
{
    public Func<ConsumeContext<Counted>, Task> Run { get; set; } = _ => Task.CompletedTask;
}
