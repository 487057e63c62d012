using System.Diagnostics;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.Procurement.CareOrders.Assignments;

namespace Regio.Procurement.CareOrders.Groups;

/// <summary>A message about one client that is right by itself, from a municipality that there is, and may be judged in one transaction with others.</summary>
/// <param name="File">The file.</param>
/// <param name="FileHash">Keyed hash of the file.</param>
/// <param name="NumberHash">Keyed hash of the number that its sender gave it.</param>
/// <param name="Reading">What came of reading it.</param>
/// <param name="Sides">Its two sides.</param>
/// <param name="Party">Who brings it.</param>
/// <param name="Call">The call that brings it, for its trace.</param>
internal sealed record ReadyMessage(byte[] File, byte[] FileHash, byte[] NumberHash, MessageReading Reading, CareSides Sides, CareParty Party, Activity? Call)
{
    public Message Message => Reading.Message!;

    /// <summary>
    /// Whether a message can be judged beside others: by what is known of its client and of the catalogue alone. One that honours a request changes
    /// that too.
    /// </summary>
    public static bool Suits(MessageReading reading) => reading.IsAccepted && KnownClientReader.IsAsked(reading.Message!)
        && (reading.Message is not Jw301 assigned || assigned.Client.ToegewezenProducten.All(product => !product.ReferentieAanbieder.HasValue));
}
