using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Work;

/// <summary>Ways to have an item in the state that a test needs.</summary>
internal sealed class WorkWays(MunicipalitiesHost host)
{
    public static readonly Date Due = new() { Year = 2021, Month = 5, Day = 16 };

    public static RaiseWorkItemRequest Raising(WorkItemKind kind = WorkItemKind.Action) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Item = new()
        {
            RegionId = "JHRD",
            Kind = kind,
            Title = "Cijfers over wachttijden",
            OwnerId = "GM0106",
            OwnerRole = "beleidsadviseur",
            RaisedDate = RoundWays.Past,
            DueDate = Due,
            FeedbackBodyId = "JHRD:ABO",
            Chance = kind == WorkItemKind.Risk ? 2 : 0,
            Impact = kind == WorkItemKind.Risk ? 4 : 0,
        },
    };

    public async Task<WorkItem> RaiseAsync(Action<WorkItem>? change = null, WorkItemKind kind = WorkItemKind.Action)
    {
        var request = Raising(kind);
        change?.Invoke(request.Item);
        return (await host.Work.RaiseWorkItemAsync(request)).Item;
    }

    public static CloseWorkItemRequest Closing(string id, Date? on = null) =>
        new() { RequestId = GeneratedRequest.NewId(), Id = id, ClosedDate = on ?? Due, Outcome = "Verstuurd aan de gemeenten." };

    public async Task<WorkItem> ClosedAsync()
    {
        var item = await RaiseAsync();
        return (await host.Work.CloseWorkItemAsync(Closing(item.Id))).Item;
    }
}
