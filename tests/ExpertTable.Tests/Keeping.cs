using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests about keeping files that are right, for tests to send or to spoil.</summary>
internal static class Keeping
{
    public static DestroyCaseRequest Destroy(string id, DestructionGround ground = DestructionGround.Request) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, Ground = ground };

    public static SetLegalHoldRequest Hold(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = "Er loopt een klacht." };

    public static LiftLegalHoldRequest Lift(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = "De klacht is afgedaan." };
}
