using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;
using Period = Regio.Common.V1.Period;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about bodies and seats, for the table over all rpcs.</summary>
internal sealed class BodySamples(MunicipalitiesHost host) : ISampleRequests
{
    private static readonly Period Since = new() { StartDate = RoundWays.Past };

    public void AddTo(Samples samples) => samples
        .Add(() => Registration())
        .Add(async () => new AddSeatRequest { BodyId = await BodyAsync(), Seat = Seat() })
        .Add(async () => new CloseSeatRequest { BodyId = await BodyAsync(), SeatNumber = 1, EndDate = RoundWays.Later })
        .Add(async () => new RecordHolderRequest { BodyId = await BodyAsync(), SeatNumber = 1, Holder = Holder() })
        .Add(async () => new RecordDepartureRequest { BodyId = await FilledAsync(), SeatNumber = 1, EndDate = RoundWays.Later })
        .Add(async () => new SetQuorumRequest
        {
            BodyId = await BodyAsync(), Quorum = new() { Rule = QuorumRule.AllSeats, StartDate = RoundWays.Past, Ground = new() { Title = "Reglement" } },
        })
        .Add(async () => new CheckQuorumRequest { BodyId = await BodyAsync(), PresentSeats = { 1 } })
        .Add(async () => new GetBodyRequest { Id = await BodyAsync() })
        .Add(() => new ListBodiesRequest { RegionId = "JHRD" })
        .Add(() => new ListVacanciesRequest { RegionId = "JHRD" })
        .Add(async () => Meeting(await BodyAsync(outside: true)))
        .Add(async () => new RecordReportRequest { MeetingId = await MetAsync(), ReportedDate = RoundWays.Past, ReportReference = "ABO, punt 4" })
        .Add(async () => new ListOutsideMeetingsRequest { BodyId = await BodyAsync(outside: true) });

    private static RegisterBodyRequest Registration(bool outside = false) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Body = new()
        {
            RegionId = "JHRD",
            Code = $"B-{Guid.NewGuid():N}".ToUpperInvariant(),
            Name = "Werkgroep wachttijden",
            Outside = outside,
            Period = Since,
            Source = new() { Title = "Instellingsbesluit" },
            Seats = { Seat() },
        },
    };

    private static Seat Seat() => new() { Title = "wethouder van Assen", Role = SeatRole.Member, MunicipalityId = "GM0106", Period = Since };

    private static SeatHolder Holder() => new() { Function = "wethouder jeugd", Period = Since };

    private static RecordOutsideMeetingRequest Meeting(string body) =>
        new() { RequestId = GeneratedRequest.NewId(), BodyId = body, SeatNumber = 1, HeldDate = RoundWays.Past };

    private async Task<string> BodyAsync(bool outside = false) => (await host.Bodies.RegisterBodyAsync(Registration(outside))).Body.Id;

    private async Task<string> FilledAsync()
    {
        var id = await BodyAsync();
        await host.Bodies.RecordHolderAsync(new() { RequestId = GeneratedRequest.NewId(), BodyId = id, SeatNumber = 1, Holder = Holder() });
        return id;
    }

    private async Task<string> MetAsync() => (await host.Bodies.RecordOutsideMeetingAsync(Meeting(await BodyAsync(outside: true)))).Meeting.Id;
}
