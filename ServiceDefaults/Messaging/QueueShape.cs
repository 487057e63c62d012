using MassTransit;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// What every queue of a consumer looks like. Publisher and consumer both declare it, and the broker refuses a second
/// declaration that differs: a change here needs new queue names.
/// </summary>
internal static class QueueShape
{
    private const string TypeArgument = "x-queue-type";

    public static void Apply(IRabbitMqQueueConfigurator queue)
    {
        queue.Durable = true;
        queue.AutoDelete = false;
        queue.SetQueueArgument(TypeArgument, "quorum");
    }
}
