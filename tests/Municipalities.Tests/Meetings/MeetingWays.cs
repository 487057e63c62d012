using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;
using Period = Regio.Common.V1.Period;

namespace Regio.Municipalities.Tests.Meetings;

/// <summary>Ways to have a meeting in the state that a test needs.</summary>
internal sealed class MeetingWays(MunicipalitiesHost host)
{
    private static readonly Period Since = new() { StartDate = RoundWays.Past };

    public static RecordItemDecisionRequest Decision(string meeting, string text, string correction = "") => new()
    {
        RequestId = GeneratedRequest.NewId(), MeetingId = meeting, ItemNumber = 1, Outcome = ItemOutcome.Agreed, LiteralText = text, CorrectionReason = correction,
    };

    public static PlanMeetingRequest Planning(string body, Date day) =>
        new() { RequestId = GeneratedRequest.NewId(), Meeting = new() { BodyId = body, PlannedDate = day, Place = "Provinciehuis, Assen" } };

    public async Task<string> BodyAsync() => (await host.Bodies.RegisterBodyAsync(new()
    {
        RequestId = GeneratedRequest.NewId(),
        Body = new()
        {
            RegionId = "JHRD",
            Code = $"M-{Guid.NewGuid():N}".ToUpperInvariant(),
            Name = "Bestuurlijk overleg",
            Period = Since,
            Source = new() { Title = "Instellingsbesluit" },
            Seats = { new Seat { Title = "wethouder van Assen", Role = SeatRole.Member, MunicipalityId = "GM0106", Period = Since } },
        },
    })).Body.Id;

    public async Task<string> PlanAsync(string body, Date day) => (await host.Meetings.PlanMeetingAsync(Planning(body, day))).Meeting.Id;

    public async Task<string> WithItemAsync(string body)
    {
        var id = await PlanAsync(body, RoundWays.Past);
        await host.Meetings.PutOnAgendaAsync(new() { RequestId = GeneratedRequest.NewId(), MeetingId = id, Item = new() { Title = "Wachttijden", Annotation = "Zie de notitie." } });
        return id;
    }

    /// <summary>Held with its only seat attended.</summary>
    public async Task<Meeting> HoldAsync(string meeting) => (await host.Meetings.RecordMeetingAsync(new()
    {
        RequestId = GeneratedRequest.NewId(), MeetingId = meeting, HeldDate = RoundWays.Past, PresentSeats = { 1 },
    })).Meeting;
}
