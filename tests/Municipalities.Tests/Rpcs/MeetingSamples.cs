using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Meetings;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about meetings, for the table over all rpcs.</summary>
internal sealed class MeetingSamples(MunicipalitiesHost host) : ISampleRequests
{
    private readonly MeetingWays _ways = new(host);

    public void AddTo(Samples samples) => samples
        .Add(async () => MeetingWays.Planning(await _ways.BodyAsync(), RoundWays.Later))
        .Add(async () => new PutOnAgendaRequest { MeetingId = await MeetingAsync(), Item = new() { Title = "Rondvraag" } })
        .Add(async () => new AnnotateItemRequest { MeetingId = await MeetingAsync(), ItemNumber = 1, Annotation = "Zie bijlage 2." })
        .Add(async () => new CancelMeetingRequest { MeetingId = await MeetingAsync(), Reason = "Te weinig aanmeldingen" })
        .Add(async () => new RecordMeetingRequest { MeetingId = await MeetingAsync(), HeldDate = RoundWays.Past, PresentSeats = { 1 } })
        .Add(async () => MeetingWays.Decision(await HeldAsync(), "Het overleg stemt in."))
        .Add(async () => new GetMeetingRequest { Id = await MeetingAsync() })
        .Add(async () => new ListMeetingsRequest { BodyId = await _ways.BodyAsync() })
        .Add(async () => new ListItemDecisionsRequest { BodyId = await _ways.BodyAsync() });

    private async Task<string> MeetingAsync() => await _ways.WithItemAsync(await _ways.BodyAsync());

    private async Task<string> HeldAsync()
    {
        var id = await MeetingAsync();
        await _ways.HoldAsync(id);
        return id;
    }
}
