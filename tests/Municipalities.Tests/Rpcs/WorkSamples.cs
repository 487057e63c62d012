using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Staffing;
using Regio.Municipalities.Tests.Work;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about what is to be done, for the table over all rpcs.</summary>
internal sealed class WorkSamples(MunicipalitiesHost host) : ISampleRequests
{
    private static readonly Quarter Any = new() { Year = 2023, Number = 1 };
    private readonly WorkWays _ways = new(host);

    public void AddTo(Samples samples) => samples
        .Add(async () =>
        {
            var request = WorkWays.Raising();
            request.Item.DossierId = (await _ways.RaiseAsync(kind: WorkItemKind.Dossier)).Id;
            return request;
        })
        .Add(async () => new UpdateWorkItemRequest
        {
            Item = new() { Id = (await _ways.RaiseAsync()).Id, Title = "Cijfers", OwnerId = "GM0114", OwnerRole = "adviseur", Result = new() { IndicatorCode = "youth-care-use" } },
            UpdateMask = new() { Paths = { "title", "owner_id", "owner_role", "result" } },
            Reason = "Emmen heeft de cijfers.",
        })
        .Add(async () => WorkWays.Closing((await _ways.RaiseAsync()).Id))
        .Add(async () => new RecordFeedbackRequest { Id = (await _ways.ClosedAsync()).Id, FeedbackDate = WorkWays.Due, Feedback = "Gemeld." })
        .Add(async () => new GetWorkItemRequest { Id = (await _ways.RaiseAsync()).Id })
        .Add(() => new ListWorkItemsRequest { RegionId = "JHRD", OwnerId = "GM0106", MunicipalityId = "GM0106", DossierId = RoundWays.NewId(), MeetingId = RoundWays.NewId(), RoundId = RoundWays.NewId() })
        .Add(() => StaffingTests.Needing(Any, 174_000))
        .Add(() => StaffingTests.Supplying(Any, 10_000))
        .Add(() => new GetStaffingRequest { RegionId = "JHRD", Year = 2023 });
}
